using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// Moves what waited under a hold, before the hold is lifted. Each delivery remembers for which hold it was moved, so that
/// going on after a kill moves none twice.
/// </summary>
internal sealed class Resumption(ILedger ledger, TimeProvider clock, Func<DateTimeOffset, DateTimeOffset> notQuiet)
{
    private const int MostTries = 10;

    /// <returns>How many were moved.</returns>
    public async ValueTask<int> RunAsync(HoldScope scope, HoldRecord hold, Actor publisher, CancellationToken cancel)
    {
        var moved = 0;
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            moved += await MoveAsync(record, scope, hold, publisher, cancel).ConfigureAwait(false) ? 1 : 0;
        }

        return moved;
    }

    private async ValueTask<bool> MoveAsync(LedgerRecord record, HoldScope scope, HoldRecord hold, Actor publisher, CancellationToken cancel)
    {
        var current = record;
        for (var tries = 0; tries < MostTries && current is not null; tries++)
        {
            if (Next(current, scope, hold) is not { } next)
            {
                return false;
            }

            var batch = new LedgerBatch
            {
                Writes = [next.Write()],
                Entries = [AuditEvent.Entry(clock.GetUtcNow(), publisher, $"resume {hold.End!.As.ToString().ToLowerInvariant()}", record.Key, Detail(next))],
            };
            if ((await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed)
            {
                return true;
            }

            current = await ledger.FindAsync(record.Key, cancel).ConfigureAwait(false);
        }

        throw new LedgerException(LedgerFault.Unavailable, $"The record {record.Key} is changed again and again: resume once more.");
    }

    /// <summary>What becomes of a delivery; null for one that the end of the hold does not touch.</summary>
    private Delivery? Next(LedgerRecord record, HoldScope scope, HoldRecord hold)
    {
        // A damaged record is not this one's to mend: the dispatcher names it.
        if (StoredRecord.Whole(record, Delivery.Open) is not { State: DeliveryState.Scheduled or DeliveryState.Retrying, Crisis: false } delivery || !scope.Covers(delivery))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var end = hold.End!;
        return end.As switch
        {
            ResumeAs.Review => delivery.To(DeliveryState.Held, due: null, $"look at it after the hold: {hold.Reason}"),
            ResumeAs.Shifted when delivery.Body.Resumed != hold.At => delivery.MovedTo(notQuiet(delivery.LateFrom + (end.At - hold.At)), hold.At),
            ResumeAs.Planned when delivery.PlannedFor <= now && delivery.Due > now => delivery.Postponed(now),
            _ => null,
        };
    }

    private static string? Detail(Delivery next) =>
        next.Reason ?? next.Due?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
