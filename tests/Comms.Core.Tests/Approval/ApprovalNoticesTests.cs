using Comms.Core.Approval;
using Comms.Core.Approval.Rules;
using Comms.Core.Tests.Publishing;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval;

public sealed class ApprovalNoticesTests
{
    private readonly ApprovalWorld _world = new(new ApprovalOptions { TellBy = ["colleagues"], WaitAtMost = TimeSpan.FromHours(4) });

    [Fact]
    public async Task A_draft_whose_approver_is_absent_is_told_of_until_someone_decides()
    {
        var draft = await _world.DraftAsync("A secret plan");
        await RunAfterAsync(TimeSpan.FromHours(3));
        Assert.Empty(_world.Told);
        await RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal($"Draft {draft.Id} of sam has waited 4 hours for approval. Approve it, reject it, or find who can.", Assert.Single(_world.Told));
        await RunAfterAsync(TimeSpan.FromHours(4));
        Assert.Equal(2, _world.Told.Count);

        await _world.ApproveAsync(draft, Ros);
        await RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, _world.Told.Count);
    }

    [Fact]
    public async Task What_was_decided_in_time_is_not_told_of()
    {
        await _world.ApproveAsync(await _world.DraftAsync("Yes"), Ros);
        await _world.Engine.Approval.RejectAsync(await _world.DraftAsync("No"), Ros, "not so", Cancel);
        await RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Empty(_world.Told);
    }

    [Fact]
    public async Task Two_hosts_tell_of_it_once()
    {
        await _world.DraftAsync("Waiting");
        var other = _world.Host(new ApprovalOptions { TellBy = ["colleagues"], WaitAtMost = TimeSpan.FromHours(4) });
        _world.Clock.Advance(TimeSpan.FromHours(5));
        await Task.WhenAll(_world.Engine.Approval.RunDueAsync(Cancel).AsTask(), other.Approval.RunDueAsync(Cancel).AsTask());

        Assert.Single(_world.Told);
    }

    [Fact]
    public async Task Who_was_told_stands_in_the_audit_and_when_nobody_was_that_does()
    {
        var draft = await _world.DraftAsync("Waiting");
        await RunAfterAsync(TimeSpan.FromHours(4));
        var deaf = _world.Host(
            new ApprovalOptions { TellBy = ["pager"], WaitAtMost = TimeSpan.FromHours(4) }, new ScriptedChannel("pager") { Preparing = _ => throw new IOException("no line") });
        _world.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal([$"approval-wait/{draft.Id}: nobody was reached by pager: no line"], await deaf.Approval.RunDueAsync(Cancel));
        Assert.Empty(await deaf.Approval.RunDueAsync(Cancel));

        var told = (await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel)).Where(entry => entry.Act == "tell");
        Assert.Equal(["told by colleagues", "nobody was reached"], told.Select(entry => entry.Detail));
        await RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, _world.Told.Count);
    }

    [Fact]
    public async Task A_damaged_wait_is_told_of_rather_than_forgotten()
    {
        var draft = await _world.DraftAsync("Waiting");
        await _world.DamageAsync(WaitRecord.Key(draft.Id));
        await RunAfterAsync(TimeSpan.FromHours(4));

        Assert.Equal([$"Draft {draft.Id} has waited too long for approval. Approve it, reject it, or find who can."], _world.Told);
    }

    [Fact]
    public async Task One_that_never_fell_due_again_leaves_no_trace()
    {
        await _world.ApproveAsync(await _world.DraftAsync("Yes"), Ros);
        await RunAfterAsync(TimeSpan.FromHours(4));

        Assert.DoesNotContain("engine tell", await _world.ActsAsync());
    }

    private async Task RunAfterAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        Assert.Empty(await _world.Engine.Approval.RunDueAsync(Cancel));
    }
}
