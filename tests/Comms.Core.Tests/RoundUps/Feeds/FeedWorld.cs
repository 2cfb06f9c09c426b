using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.RoundUps.Feeds;
using Comms.Core.Triage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.RoundUps.Feeds;

/// <summary>A ledger with triaged messages, and the desk that moderates them.</summary>
internal sealed class FeedWorld
{
    public static readonly Actor Ann = new("ann", ["moderator"]);
    public static readonly Actor Bea = new("bea", ["approver"]);

    public FeedWorld()
    {
        Ledger = new InMemoryLedger(Time);
        Desk = new FeedDesk(Ledger, new RoleAuthorizer(), Time, Withheld.Of());
    }

    public FakeTimeProvider Time { get; } = new(Heard.Monday.AddDays(1));

    public InMemoryLedger Ledger { get; }

    public FeedDesk Desk { get; }

    public async Task HearAsync(params IEnumerable<TriagedMessage> messages)
    {
        foreach (var message in messages)
        {
            var key = new RecordKey(TriagedMessage.Kind, message.MessageId);
            var before = await Ledger.FindAsync(key, default);
            await CommitAsync(new LedgerWrite { Key = key, Expected = before?.Revision ?? 0, Content = message.Seal() });
        }
    }

    public async Task DeleteAsync(string id)
    {
        var key = new RecordKey(TriagedMessage.Kind, id);
        await CommitAsync(new LedgerWrite { Key = key, Expected = (await Ledger.FindAsync(key, default))!.Revision, Content = null });
    }

    public ValueTask<FeedResult> ApproveAsync(string id, Actor by, string? consent = null, bool masked = false, bool patient = false) => Desk.DecideAsync(
        id,
        new FeedDecision { Verdict = FeedVerdict.Approve, Why = "kind words", Consent = consent, Masked = masked, NamesPatient = patient },
        by,
        TestContext.Current.CancellationToken);

    public ValueTask<FeedResult> SayAsync(FeedVerdict verdict, string id) =>
        Desk.DecideAsync(id, new FeedDecision { Verdict = verdict, Why = "not for us" }, Ann, TestContext.Current.CancellationToken);

    public async Task<FeedPage> PageAsync(FeedRequest? request = null) => await Desk.ReadAsync(request ?? new FeedRequest(), TestContext.Current.CancellationToken);

    public async Task<FeedState> StateAsync(string id) => (await Desk.FindAsync(id, TestContext.Current.CancellationToken))!.State;

    public async Task<List<FeedEntry>> ListAsync()
    {
        var entries = new List<FeedEntry>();
        await foreach (var entry in Desk.ListAsync(TestContext.Current.CancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }

    private async Task CommitAsync(LedgerWrite write) =>
        Assert.True((await Ledger.CommitAsync(new LedgerBatch { Writes = [write] }, default)).Committed);
}
