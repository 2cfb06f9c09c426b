using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// Notices a ledger that was restored from a stale backup: the marker outside it stands higher than its own turns. A new
/// epoch begins then, and whatever was due is looked for on its channel before anything of it is sent. The marker is read
/// before the ledger and raised after it, so that it never stands higher otherwise.
/// </summary>
internal sealed class RestoreGuard(ILedger ledger, LedgerTime clock, IHighWaterMarker? marker)
{
    private volatile Epoch _epoch = Epoch.First;

    /// <summary>As the last look found it.</summary>
    public Epoch Epoch => _epoch;

    /// <summary>Reads the epoch anew.</summary>
    public async ValueTask LookAsync(CancellationToken cancel) => _epoch = await Epoch.ReadAsync(ledger, cancel).ConfigureAwait(false);

    /// <summary>An account's turn, from a ledger that is not older than its marker: otherwise a new epoch begins first.</summary>
    public async ValueTask<Turn> TurnOfAsync(string account, CancellationToken cancel)
    {
        var mark = marker is null ? default : await marker.ReadAsync(account, cancel).ConfigureAwait(false);
        var pace = await Pace.ReadAsync(ledger, account, cancel).ConfigureAwait(false);
        if (mark.IsAfter(new Turn(_epoch, pace).Stands))
        {
            await LookAsync(cancel).ConfigureAwait(false);
        }

        if (mark.IsAfter(new Turn(_epoch, pace).Stands))
        {
            _ = await BeginAsync(mark.Epoch + 1, Actor.Engine, $"the ledger is older than what was sent to {account}", cancel).ConfigureAwait(false);
        }

        return new Turn(_epoch, pace);
    }

    /// <summary>Remembers outside the ledger that a turn was taken. The intent is committed, and nothing was sent yet.</summary>
    /// <returns>Why it could not, so that nothing may be sent; null when it could.</returns>
    public async ValueTask<string?> MarkAsync(Turn turn)
    {
        if (marker is null)
        {
            return null;
        }

        try
        {
            await marker.MarkAsync(turn.Pace.Account, turn.Taken, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (LedgerException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Begins an epoch.</summary>
    /// <returns>False when someone else began one meanwhile.</returns>
    public async ValueTask<bool> BeginAsync(long least, Actor who, string reason, CancellationToken cancel)
    {
        await LookAsync(cancel).ConfigureAwait(false);

        // What was due by then is looked for: rather too much than too little.
        var now = clock.Latest();
        var next = new EpochRecord(Math.Max(least, _epoch.Number + 1), now, reason);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = EpochRecord.Key, Expected = _epoch.Revision, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(now, who, "ledger restored", EpochRecord.Key, reason)],
        };
        var result = await ledger.CommitAsync(batch, cancel).ConfigureAwait(false);
        await LookAsync(cancel).ConfigureAwait(false);
        return result.Committed;
    }
}
