using Comms.Core.Approval;
using Comms.Core.Approval.Kits;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Pictures;
using Comms.Core.Ledger;
using Comms.Core.Tests.Publishing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Approval;

public class ApprovalDeskTests
{
    private const string NhsNumber = "999 000 0018";
    private static readonly Actor Writer = new("writer", ["author", "approver"]);
    private static readonly Actor Approver = new("approver", ["approver"]);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLedger ledger;

    public ApprovalDeskTests() => ledger = new InMemoryLedger(clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_approved_post_is_bound_to_every_rendition_of_its_draft()
    {
        var draft = await DraftAsync("Clinic open");

        var post = Assert.IsType<ApprovalResult.Approved>(await Desk().ApproveAsync(draft, Approver, Cancel)).Post;

        Assert.Equal((draft.Id, "writer", "approver"), (post.Id, post.Author, post.ApprovedBy));
        Assert.Equal(RenditionHash.Of(draft.Renditions, draft.TraitsVersions), post.Hash);
        Assert.Equal(post.Hash, (await Desk().FindAsync(draft.Id, Cancel))!.Hash);
    }

    [Fact]
    public async Task Four_eyes_see_it_whatever_roles_the_writer_has() =>
        Assert.Equal(["four eyes: writer wrote it"], await ReasonsAsync(await DraftAsync("Clinic open"), Writer));

    [Fact]
    public async Task Who_may_not_approve_does_not() =>
        Assert.Equal(["publisher may not approve"], await ReasonsAsync(await DraftAsync("Clinic open"), new Actor("publisher", ["publisher", "author"])));

    [Fact]
    public async Task A_fault_of_the_draft_stands_against_it() =>
        Assert.Equal(["gone: there is no such account"], await ReasonsAsync(await DraftAsync("Clinic open", "gone"), Approver));

    [Fact]
    public async Task An_account_that_is_gone_since_stands_against_it()
    {
        var authoring = new AuthoringDesk(ledger, new RoleAuthorizer(), clock, new ChannelDirectory([new InMemoryChannel("closed")]), Telemetry.Engine);
        var draft = Assert.IsType<DraftResult.Added>(await authoring.AddAsync(new NewDraft { Text = "Open", Accounts = ["closed"] }, Writer, Cancel)).Draft;

        Assert.Equal(["closed: there is no such account any more"], await ReasonsAsync(draft, Approver));
    }

    [Fact]
    public async Task Limits_that_changed_since_stand_against_it()
    {
        var draft = await DraftAsync("Clinic open");
        var today = Desk(InMemoryChannel.Unlimited with { Version = "memory/2" });

        var refused = Assert.IsType<ApprovalResult.Refused>(await today.ApproveAsync(draft, Approver, Cancel));

        Assert.Equal(["town: it was written for the limits memory/1, and they are now memory/2"], refused.Reasons);
    }

    [Fact]
    public async Task Approving_twice_gives_the_first_approval()
    {
        var draft = await DraftAsync("Clinic open");
        await Desk().ApproveAsync(draft, Approver, Cancel);
        clock.Advance(TimeSpan.FromHours(1));

        var again = Assert.IsType<ApprovalResult.Approved>(await Desk().ApproveAsync(draft, new Actor("other", ["approver"]), Cancel)).Post;

        Assert.Equal(("approver", clock.GetUtcNow().AddHours(-1)), (again.ApprovedBy, again.ApprovedAt));
    }

    [Fact]
    public async Task What_was_rejected_is_not_approved_and_the_other_way_round()
    {
        var rejected = await DraftAsync("One");
        Assert.IsType<ApprovalResult.Rejected>(await Desk().RejectAsync(rejected, Approver, "tone", Cancel));
        Assert.Equal(["approver rejected it: tone"], await ReasonsAsync(rejected, Approver));

        var approved = await DraftAsync("Two");
        await Desk().ApproveAsync(approved, Approver, Cancel);
        Assert.Equal(["approver has approved it"], Assert.IsType<ApprovalResult.Refused>(await Desk().RejectAsync(approved, Approver, "late", Cancel)).Reasons);
    }

    [Fact]
    public async Task Who_may_not_reject_does_not_and_nobody_does_without_a_reason()
    {
        var draft = await DraftAsync("One");
        Assert.Equal(["publisher may not reject"], Assert.IsType<ApprovalResult.Refused>(await Desk().RejectAsync(draft, new Actor("publisher", ["publisher"]), "tone", Cancel)).Reasons);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Desk().RejectAsync(draft, Approver, " ", Cancel));
        Assert.IsType<ApprovalResult.Approved>(await Desk().ApproveAsync(draft, Approver, Cancel));
    }

    [Fact]
    public async Task A_decision_that_someone_else_overtook_is_not_taken()
    {
        var draft = await DraftAsync("One");
        var changed = new LedgerWrite { Key = draft.RecordKey, Expected = draft.Revision, Content = draft.Seal() };
        await ledger.CommitAsync(new LedgerBatch { Writes = [changed] }, Cancel);

        string[] overtaken = ["someone else decided or changed it meanwhile: look at it again"];
        Assert.Equal(overtaken, await ReasonsAsync(draft, Approver));
        Assert.Equal(overtaken, Assert.IsType<ApprovalResult.Refused>(await Desk().RejectAsync(draft, Approver, "tone", Cancel)).Reasons);
    }

    [Fact]
    public async Task What_is_decided_is_told_in_spans_of_the_post_s_trace()
    {
        using var seen = new Seen("town");
        var (approved, rejected) = (await DraftAsync("One"), await DraftAsync("Two"));
        await Desk().ApproveAsync(approved, Writer, Cancel);
        await Desk().ApproveAsync(approved, Approver, Cancel);
        await Desk().RejectAsync(rejected, Approver, "tone", Cancel);

        Assert.Equal(
            [("approve", approved.Id, true), ("approve", approved.Id, false)],
            seen.Of(approved.Id).Where(span => span.OperationName == "approve").Select(span => (span.OperationName, span.GetTagItem("comms.post"), span.GetTagItem("comms.refused") is true)));
        Assert.Contains(seen.Of(rejected.Id), span => span.OperationName == "reject");
    }

    [Fact]
    public async Task What_is_decided_stands_in_the_audit_with_its_reason()
    {
        var (approved, rejected) = (await DraftAsync("One"), await DraftAsync("Two"));
        var post = Assert.IsType<ApprovalResult.Approved>(await Desk().ApproveAsync(approved, Approver, Cancel)).Post;
        await Desk().RejectAsync(rejected, Approver, "tone", Cancel);

        var entries = await new AuditTrail(ledger).ReadAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal([("approver", "approve", post.Hash), ("approver", "reject", "tone")], entries.Skip(2).Select(entry => (entry.Actor, entry.Act, entry.Detail)));
    }

    [Theory]
    [InlineData(NhsNumber, "")]
    [InlineData("Look", "Her letter shows " + NhsNumber)]
    public async Task An_NHS_number_never_goes_out(string text, string alt)
    {
        var draft = await DraftAsync(text, "town", alt.Length == 0 ? [] : [new MediaRef(new string('0', 64), "image/png", 1, alt)]);

        var at = alt.Length == 0 ? "0" : "17 of a description";
        Assert.Equal([$"town: an NHS number stands at {at}"], await ReasonsAsync(draft, Approver));
    }

    [Fact]
    public async Task A_reply_that_confirms_a_patient_is_refused_with_its_words_and_others_in_their_place()
    {
        var draft = await DraftAsync("@sam_t we are sorry about your operation");

        var refused = Assert.IsType<ApprovalResult.Refused>(await Desk().ApproveAsync(draft, Approver, Cancel));

        Assert.Equal(["town: words that say someone is or was a patient stands at 26"], refused.Reasons);
        Assert.Equal((26, 14), Assert.Single(refused.Confidential.Select(words => (words.Start, words.Length))));
        Assert.Contains("can't talk about anyone's care", refused.NeutralWording, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_another_reason_offers_no_wording()
    {
        var refused = Assert.IsType<ApprovalResult.Refused>(await Desk().ApproveAsync(await DraftAsync("Clinic open"), Writer, Cancel));

        Assert.Empty(refused.Confidential);
        Assert.Null(refused.NeutralWording);
    }

    private ApprovalDesk Desk(ChannelTraits? traits = null)
    {
        var authorizer = new RoleAuthorizer();
        var candour = new CandourGate(ledger, authorizer, clock);
        var pictures = new PictureGate(new PictureConsents(ledger), clock, required: false);
        var decisions = new ApprovalDecisions(ledger);
        var gates = new ApprovalGates(authorizer, Channels(traits), decisions, candour, new BilingualGate([]), pictures, new KitGate(ledger), (_, _) => ValueTask.FromResult<string?>(null));
        return new ApprovalDesk(authorizer, clock, gates, candour, decisions, new Approvers(ledger, []), Telemetry.Engine);
    }

    private static ChannelDirectory Channels(ChannelTraits? traits = null) =>
        new([new InMemoryChannel(new ChannelAccount { Id = "town", Channel = "memory" }, traits ?? InMemoryChannel.Unlimited)]);

    private async Task<Draft> DraftAsync(string text, string account = "town", params MediaRef[] media)
    {
        var authoring = new AuthoringDesk(ledger, new RoleAuthorizer(), clock, Channels(), Telemetry.Engine);
        var draft = new NewDraft { Text = text, Accounts = [account], Media = media };
        return Assert.IsType<DraftResult.Added>(await authoring.AddAsync(draft, Writer, Cancel)).Draft;
    }

    private async Task<IReadOnlyList<string>> ReasonsAsync(Draft draft, Actor approver) =>
        Assert.IsType<ApprovalResult.Refused>(await Desk().ApproveAsync(draft, approver, Cancel)).Reasons;
}
