using Comms.Core.Approval;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Xunit;
using static Comms.Core.Tests.Approval.ApprovalWorld;

namespace Comms.Core.Tests.Approval;

/// <summary>A post that tells of harm waits for the family, whoever would let it out.</summary>
public sealed class CandourGateTests
{
    private static readonly Actor Lee = new("lee", ["duty-of-candour"]);

    private readonly ApprovalWorld _world = new();

    private FamilyTold Told => new() { Who = "the matron", Whom = "the daughter", At = _world.Clock.GetUtcNow() };

    [Fact]
    public async Task It_is_held_with_the_reason_until_a_named_role_has_recorded_it_and_then_approved_again()
    {
        var draft = await DraftAsync();
        Assert.Equal("candour: nobody has recorded that the family was told, by whom and when", Assert.IsType<ApprovalResult.Held>(await _world.ApproveAsync(draft, Ros)).Reason);
        Assert.Null(await _world.Engine.Approval.FindAsync(draft.Id, Cancel));

        Assert.Equal(Told, Assert.IsType<ApprovalResult.Told>(await RecordAsync(draft, Told, Lee)).Family);
        Assert.IsType<ApprovalResult.Approved>(await _world.ApproveAsync(draft, Ros));
        Assert.Equal(["sam draft", "ros hold-for-family", "lee family-told", "ros approve"], await _world.ActsAsync());
        var entries = await _world.Engine.Audit.ReadAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(
            ["candour: nobody has recorded that the family was told, by whom and when", "the matron told the daughter at 2026-11-23 09:00:00Z"],
            entries.Skip(1).Take(2).Select(entry => entry.Detail));
    }

    [Fact]
    public async Task Who_may_not_and_what_is_not_so_is_not_recorded()
    {
        var draft = await DraftAsync();
        Assert.Equal(["ros may not record that a family was told"], Refused(await RecordAsync(draft, Told, Ros)));
        Assert.Equal(["it is not marked as one for which a family must be told"], Refused(await RecordAsync(await _world.DraftAsync("Open"), Told, Lee)));
        Assert.Equal(["they cannot have been told later than now"], Refused(await RecordAsync(draft, Told with { At = _world.Clock.GetUtcNow().AddTicks(1) }, Lee)));
        await Assert.ThrowsAsync<ArgumentException>(async () => await RecordAsync(draft, Told with { Who = " " }, Lee));
        await Assert.ThrowsAsync<ArgumentException>(async () => await RecordAsync(draft, Told with { Whom = " " }, Lee));

        Assert.IsType<ApprovalResult.Told>(await RecordAsync(draft, Told with { At = _world.Clock.GetUtcNow().AddHours(-1) }, Lee));
        Assert.Equal(["it is recorded already, or the draft was changed meanwhile"], Refused(await RecordAsync(draft, Told, Lee)));
    }

    [Fact]
    public async Task A_record_that_is_damaged_lets_nothing_through()
    {
        var draft = await DraftAsync();
        await RecordAsync(draft, Told, Lee);
        await _world.DamageAsync(FamilyToldRecord.Key(draft.Id));

        await Assert.ThrowsAsync<LedgerException>(async () => await _world.ApproveAsync(draft, Ros));
    }

    [Fact]
    public async Task What_else_stands_against_it_is_named_with_it()
    {
        var draft = await DraftAsync();

        Assert.Equal(
            ["sam may not approve", "four eyes: sam wrote it", "candour: nobody has recorded that the family was told, by whom and when"],
            Refused(await _world.ApproveAsync(draft, Sam)));
    }

    [Fact]
    public async Task What_was_rejected_meanwhile_is_not_held()
    {
        var draft = await DraftAsync();
        await _world.Engine.Approval.RejectAsync(draft, Ann, "not yet", Cancel);

        Assert.Contains("ann rejected it: not yet", Refused(await _world.ApproveAsync(draft, Ros)));
    }

    private ValueTask<ApprovalResult> RecordAsync(Draft draft, FamilyTold told, Actor by) => _world.Engine.Approval.RecordToldAsync(draft, told, by, Cancel);

    private async Task<Draft> DraftAsync() => Assert.IsType<DraftResult.Added>(
        await _world.Engine.Authoring.AddAsync(new NewDraft { Text = "We are sorry for what happened.", Accounts = ["town"], Candour = true }, Sam, Cancel)).Draft;
}
