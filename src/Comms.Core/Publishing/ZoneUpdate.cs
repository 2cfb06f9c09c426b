using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Scheduling;

namespace Comms.Core.Publishing;

/// <summary>The newest tz database that has resolved this ledger's times, as it is stored, version 1.</summary>
internal sealed record TzdbRecord(string Newest)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("tzdb", "newest");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, PublishingJson.Default.TzdbRecord);

    public static TzdbRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PublishingJson.Default.TzdbRecord);
}

/// <summary>
/// When this program brings a newer tz database than the ledger has seen, resolves every wall time that still waits again,
/// with an audit of each difference. A host with an older database changes nothing. One look a process, unless it moves posts.
/// </summary>
internal sealed class ZoneUpdate(ILedger ledger, TimeProvider clock)
{
    private bool _done;

    /// <returns>Each post that was moved, with the difference, in words.</returns>
    public async ValueTask<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        if (_done)
        {
            return [];
        }

        var record = await ledger.FindAsync(TzdbRecord.Key, cancel).ConfigureAwait(false);
        var seen = record is null ? "" : TzdbRecord.Open(record).Newest;
        var moved = new List<string>();
        if (string.CompareOrdinal(Zones.TzdbVersion, seen) > 0)
        {
            await foreach (var scheduled in ledger.ReadAsync(new RecordQuery { Kind = ScheduledPost.Kind }, cancel).ConfigureAwait(false))
            {
                if (await MoveAsync(scheduled, cancel).ConfigureAwait(false) is { } difference)
                {
                    moved.Add(difference);
                }
            }

            var write = new LedgerWrite { Key = TzdbRecord.Key, Expected = record?.Revision ?? 0, Content = new TzdbRecord(Zones.TzdbVersion).Seal() };
            await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, cancel).ConfigureAwait(false);
        }

        _done = true;
        return moved;
    }

    private async ValueTask<string?> MoveAsync(LedgerRecord record, CancellationToken cancel)
    {
        for (var current = record; current is not null; current = await ledger.FindAsync(record.Key, cancel).ConfigureAwait(false))
        {
            // A damaged post keeps the time of its deliveries.
            if (StoredRecord.Whole(current, ScheduledPost.Open) is not { } post || Zones.Again(post.When) is var when && when.Instant == post.When.Instant)
            {
                return null;
            }

            var writes = await WritesAsync(post, when.Instant, cancel).ConfigureAwait(false);
            if (writes.Count == 0)
            {
                return null;
            }

            var difference = Difference(post, when);
            var batch = new LedgerBatch
            {
                Writes = [new LedgerWrite { Key = post.RecordKey, Expected = current.Revision, Content = post.At(when).Seal() }, .. writes],
                Entries = [AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, "clock change", post.RecordKey, difference)],
            };
            if ((await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>The deliveries that wait for the time that was resolved before; what was moved by a person, or tried, stays.</summary>
    private async ValueTask<IReadOnlyList<LedgerWrite>> WritesAsync(ScheduledPost post, DateTimeOffset instant, CancellationToken cancel)
    {
        var writes = new List<LedgerWrite>();
        foreach (var key in Delivery.KeysOf(post))
        {
            if (await ledger.FindAsync(new RecordKey(Delivery.Kind, key.Value), cancel).ConfigureAwait(false) is { } found
                && Delivery.Open(found) is { State: DeliveryState.Scheduled or DeliveryState.Held, Intent: null } delivery
                && delivery.PlannedFor == post.When.Instant)
            {
                writes.Add(delivery.MovedTo(instant, delivery.Body.Resumed).Write());
            }
        }

        return writes;
    }

    private static string Difference(ScheduledPost post, PlannedTime when) => string.Create(
        CultureInfo.InvariantCulture,
        $"{post.Id}: {when.Local:yyyy-MM-dd HH:mm} in {when.Zone} was {post.When.Instant.UtcDateTime:yyyy-MM-dd HH:mm}Z by {post.When.TzdbVersion} and is {when.Instant.UtcDateTime:yyyy-MM-dd HH:mm}Z by {when.TzdbVersion}");
}
