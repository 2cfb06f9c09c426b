using Comms.Core.Approval;
using Comms.Core.Approval.BreakGlass;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Ledger;
using Comms.Core.Tests.Publishing;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval.BreakGlass;

public sealed class BreakGlassDeskTests
{
    private const string Reason = "fire, and nobody answers";

    private static readonly ApprovalOptions Options = new() { TellBy = ["colleagues"], Rules = [new ApprovalRule { Id = "two", Mark = "named-patient", Approvers = 2 }] };

    private readonly ApprovalWorld _world = new(Options);

    [Fact]
    public async Task One_person_approves_their_own_words_alone_and_colleagues_are_told_until_someone_has_reviewed_it()
    {
        var draft = await _world.DraftAsync("The emergency department is closed", Duty, "named-patient");
        var post = Assert.IsType<ApprovalResult.Approved>(await BreakAsync(draft)).Post;
        Assert.Equal(("duty", post.Hash), (post.ApprovedBy, (await _world.Engine.Approval.FindAsync(draft.Id, Cancel))!.Hash));

        await _world.Engine.RunDueAsync(Cancel);
        Assert.Equal($"BREAK-GLASS: duty alone approved {draft.Id} of duty. Look at it now; someone else must review it.", Assert.Single(_world.Told));
        await RunAfterAsync(TimeSpan.FromHours(23));
        Assert.Single(_world.Told);
        await RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, _world.Told.Count);

        Assert.IsType<ApprovalResult.Reviewed>(await _world.Engine.BreakGlass.ReviewAsync(draft.Id, "right", Ros, Cancel));
        await RunAfterAsync(TimeSpan.FromDays(3));
        Assert.Equal(2, _world.Told.Count);
        var glass = await _world.Engine.BreakGlass.ListAsync(Cancel).SingleAsync(Cancel);
        Assert.Equal((draft.Id, "duty", Reason, "ros", "right"), (glass.Post, glass.By, glass.Reason, glass.ReviewedBy, glass.Finding));
        Assert.Equal(
            ["duty draft", "duty break-glass", "duty approve", "engine tell", "engine tell", "ros review-broken-glass"], await _world.ActsAsync());
    }

    [Fact]
    public async Task Without_the_role_or_anyone_to_tell_it_stays_whole()
    {
        var draft = await _world.DraftAsync("Closed", Duty);
        Assert.Equal(["ros may not break the glass"], Refused(await _world.Engine.BreakGlass.ApproveAsync(draft, Ros, Reason, Cancel)));

        var untold = _world.Host(new ApprovalOptions());
        Assert.Equal(["nobody would be told of it: no account is named for that"], Refused(await untold.BreakGlass.ApproveAsync(draft, Duty, Reason, Cancel)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _world.Engine.BreakGlass.ApproveAsync(draft, Duty, " ", Cancel));
    }

    [Fact]
    public async Task No_urgency_lifts_confidentiality_or_a_family_that_must_be_told()
    {
        var confidential = await _world.DraftAsync("Jo Smith, NHS number 999 000 0018, is well.", Duty);
        var refused = Assert.IsType<ApprovalResult.Refused>(await BreakAsync(confidential));
        Assert.NotEmpty(refused.Confidential);
        Assert.NotNull(refused.NeutralWording);

        var untold = Assert.IsType<DraftResult.Added>(await _world.Engine.Authoring.AddAsync(
            new NewDraft { Text = "We are sorry", Accounts = ["town"], Candour = true }, Duty, Cancel)).Draft;
        Assert.StartsWith("candour:", Assert.Single(Refused(await BreakAsync(untold))), StringComparison.Ordinal);
        Assert.Equal(0, await _world.Engine.BreakGlass.ListAsync(Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task What_was_rejected_or_approved_before_is_not_broken()
    {
        var rejected = await _world.DraftAsync("No");
        await _world.Engine.Approval.RejectAsync(rejected, Ros, "not so", Cancel);
        Assert.Equal(["ros rejected it: not so"], Refused(await BreakAsync(rejected)));

        var approved = await _world.DraftAsync("Yes");
        await _world.ApproveAsync(approved, Ros);
        Assert.Equal("ros", Assert.IsType<ApprovalResult.Approved>(await BreakAsync(approved)).Post.ApprovedBy);
        Assert.Equal(0, await _world.Engine.BreakGlass.ListAsync(Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task Whoever_broke_it_or_wrote_the_post_does_not_review_it_and_nobody_does_so_twice()
    {
        var draft = await _world.DraftAsync("Closed");
        await BreakAsync(draft);
        var desk = _world.Engine.BreakGlass;

        Assert.Equal(["duty broke it, or wrote the post: someone else reviews it"], Refused(await desk.ReviewAsync(draft.Id, "fine", Duty with { Roles = ["approver"] }, Cancel)));
        Assert.Equal(["sam broke it, or wrote the post: someone else reviews it"], Refused(await desk.ReviewAsync(draft.Id, "fine", Sam with { Roles = ["approver"] }, Cancel)));
        Assert.Equal(["sam may not approve"], Refused(await desk.ReviewAsync(draft.Id, "fine", Sam, Cancel)));
        Assert.Equal(["no glass was broken for nothing"], Refused(await desk.ReviewAsync("nothing", "fine", Ros, Cancel)));
        Assert.IsType<ApprovalResult.Reviewed>(await desk.ReviewAsync(draft.Id, "fine", Ros, Cancel));
        Assert.Equal(["ros has reviewed it"], Refused(await desk.ReviewAsync(draft.Id, "not fine", Ann, Cancel)));
    }

    [Fact]
    public async Task Where_nobody_is_reached_it_is_a_fault_and_tried_again_soon()
    {
        var broken = new ScriptedChannel("pager") { Preparing = _ => throw new IOException("no line") };
        var engine = _world.Host(new ApprovalOptions { TellBy = ["pager"] }, broken);
        await engine.BreakGlass.ApproveAsync(await _world.DraftAsync("Closed"), Duty, Reason, Cancel);

        Assert.Contains("nobody was reached by pager: no line", Assert.Single((await engine.RunDueAsync(Cancel)).Faults), StringComparison.Ordinal);
        broken.Preparing = _ => ValueTask.CompletedTask;
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty((await engine.RunDueAsync(Cancel)).Faults);
        Assert.StartsWith("BREAK-GLASS", Assert.Single(broken.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whose_record_is_damaged_is_told_of_rather_than_forgotten()
    {
        var draft = await _world.DraftAsync("Closed");
        await BreakAsync(draft);
        await _world.DamageAsync(BrokenGlassRecord.Key(draft.Id));
        await _world.Engine.RunDueAsync(Cancel);

        Assert.Equal([$"BREAK-GLASS: {draft.Id} was approved by one person alone, and its record is damaged. Look at it now."], _world.Told);
    }

    [Fact]
    public async Task It_is_a_span_of_the_post_s_trace()
    {
        using var seen = new Seen("town");
        var draft = await _world.DraftAsync("Closed");
        await BreakAsync(draft);

        Assert.Contains(seen.Of(draft.Id), span => span.OperationName == "break-glass");
    }

    [Fact]
    public async Task A_draft_that_changed_meanwhile_is_looked_at_again()
    {
        var draft = await _world.DraftAsync("Closed");
        await _world.Ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = draft.RecordKey, Expected = draft.Revision, Content = draft.Seal() }] }, Cancel);

        Assert.Equal(["someone else decided or changed it meanwhile: look at it again"], Refused(await BreakAsync(draft)));
    }

    private ValueTask<ApprovalResult> BreakAsync(Draft draft) => _world.Engine.BreakGlass.ApproveAsync(draft, Duty, Reason, Cancel);

    private async Task RunAfterAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Engine.RunDueAsync(Cancel);
    }
}
