using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>
/// Stands at the ledger and holds every step of a delivery to the rules, whoever made it: under its live lease, in an order
/// that may be, audited, after its time, within its lateness, in no hold, and never put off to the same instant.
/// </summary>
internal sealed class Witness(World world, PublishingOptions options, Mutation mutation)
{
    private readonly InMemoryLedger _store = new(new WorldClock(world));
    private readonly Dictionary<RecordKey, (Process Holder, DateTimeOffset Until)> _leases = [];
    private readonly Dictionary<string, DateTimeOffset> _lastIntents = [];

    public LedgerRecord? Find(RecordKey key) => Now(_store.FindAsync(key, CancellationToken.None));

    public Delivery? Find(DeliveryKey key) => Find(new RecordKey(Delivery.Kind, key.Value)) is { } record ? Delivery.Open(record) : null;

    public IReadOnlyList<LedgerRecord> Read(RecordQuery query) => Now(new ValueTask<List<LedgerRecord>>(ListAsync(query)));

    public IReadOnlyList<Delivery> Deliveries() => [.. Read(new RecordQuery { Kind = Delivery.Kind }).Select(Delivery.Open)];

    public IReadOnlyList<LeasedRecord> Claim(ClaimRequest request, Process process)
    {
        var claimed = Now(_store.ClaimAsync(request, CancellationToken.None));
        foreach (var leased in claimed)
        {
            _leases[leased.Record.Key] = (process, leased.Until);
            world.Note($"{process.Name} claims {Delivery.Open(leased.Record).Rendition.Text}");
        }

        return claimed;
    }

    public TimeSpan? NextDue(string kind, DateTimeOffset? after) => Now(_store.NextDueAsync(kind, after, CancellationToken.None));

    /// <param name="meant">What is to be written.</param>
    /// <param name="process">By whom.</param>
    /// <param name="asked">When it asked for it: the request has travelled since.</param>
    public CommitResult Commit(LedgerBatch meant, Process process, DateTimeOffset asked)
    {
        if (Mutations.Of(mutation, meant, asked) is not { } batch)
        {
            return CommitResult.Done;
        }

        var before = batch.Writes.Where(write => write.Key.Kind == Delivery.Kind).ToDictionary(write => write.Key, write => Find(write.Key));
        var result = Now(_store.CommitAsync(batch, CancellationToken.None));
        foreach (var write in batch.Writes.Where(write => result.Committed && before.GetValueOrDefault(write.Key) is not null))
        {
            Judge(Delivery.Open(before[write.Key]!), Delivery.Open(Find(write.Key)!), write, batch, process, asked);
        }

        return result;
    }

    private void Judge(Delivery before, Delivery after, LedgerWrite write, LedgerBatch batch, Process process, DateTimeOffset asked)
    {
        var what = $"{process.Name} took {after.Rendition.Text} from {before.State} to {after.State}";
        world.Note($"{what}, planned {after.PlannedFor:HH:mm:ss} released {after.Body.ReleasedAt:HH:mm:ss} due {after.Due:HH:mm:ss.fff}");
        if (process.Name != "people")
        {
            world.Require(_leases.TryGetValue(write.Key, out var lease) && lease.Holder == process && world.Now < lease.Until, $"{what} without its lease");
            world.Require(!write.Release || after.Due is null || after.Due > asked || after.Due == before.Due, $"{what}, due no later than now");
        }

        if (before.State == after.State)
        {
            return;
        }

        world.Require(DeliveryTransitions.Allows(before.State, after.State), $"{what}, which no delivery does");
        world.Require(batch.Entries.Count > 0, $"{what} without an audit");
        if (after.State == DeliveryState.Sending)
        {
            JudgeIntent(before, after, what);
        }
    }

    private void JudgeIntent(Delivery before, Delivery after, string what)
    {
        world.Require(!Now(Holds.ReadAsync(_store, after, CancellationToken.None)).Stand, $"{what} in a hold");
        world.Require(world.Now >= after.PlannedFor, $"{what} before its time");
        if (before.State == DeliveryState.Ambiguous)
        {
            return;
        }

        // It is judged when it is claimed, and prepared after that.
        var late = world.Now - (after.Body.ReleasedAt ?? after.PlannedFor) - options.LongestWork;
        var allowed = after.Lateness.Act == LateAct.Publish && after.Lateness.Within > options.OnTime ? after.Lateness.Within : options.OnTime;
        world.Require(late <= allowed, $"{what} later than it may be");
        if (late > options.OnTime && !after.Crisis && after.Rendition.Part == 0 && _lastIntents.TryGetValue(after.Rendition.Account, out var last))
        {
            world.Require(after.Intent!.At - last >= options.CatchUpGap, $"{what} in a burst");
        }

        _lastIntents[after.Rendition.Account] = after.Intent!.At;
    }

    private async Task<List<LedgerRecord>> ListAsync(RecordQuery query)
    {
        var records = new List<LedgerRecord>();
        await foreach (var record in _store.ReadAsync(query, CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }

    /// <summary>The store answers at once.</summary>
    private static T Now<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();

    private sealed class WorldClock(World world) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => world.Now;
    }
}
