using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Sinks;

/// <summary>A copy that this host works on, under its lease. A change of the case meanwhile is noticed when it is kept, and sent next.</summary>
internal sealed class LeasedCopy(ILedger ledger, TimeProvider clock, LeasedRecord leased, CopyRecord copy)
{
    private const int Most = 5;
    private long _revision = leased.Record.Revision;
    private bool _changed;

    public CopyRecord Now { get; private set; } = copy;

    /// <summary>Keeps the intent; the lease goes on.</summary>
    /// <returns>False when the lease was lost.</returns>
    public ValueTask<bool> BeginAsync(long revision, TimeSpan within, CancellationToken cancel) =>
        KeepAsync(Now.Begun(revision), clock.GetUtcNow() + within, said: null, release: false, cancel);

    /// <summary>Keeps how it ended, and gives the lease back.</summary>
    /// <param name="next">How it stands.</param>
    /// <param name="due">When it is looked at again; null for not before the case changes.</param>
    /// <param name="said">For the audit; null where nothing happened.</param>
    /// <param name="cancel">Stops before it is kept.</param>
    public ValueTask<bool> EndAsync(CopyRecord next, DateTimeOffset? due, string? said, CancellationToken cancel) => KeepAsync(next, due, said, release: true, cancel);

    /// <summary>Keeps the bytes of what cannot be read, and asks for it no more.</summary>
    public static async ValueTask ParkAsync(ILedger ledger, LeasedRecord damaged, CancellationToken cancel) =>
        await ledger.CommitAsync(new LedgerBatch { Writes = [damaged.LetGo()] }, cancel).ConfigureAwait(false);

    /// <summary>Forgets it: there is no case any more.</summary>
    public async ValueTask DropAsync(CancellationToken cancel) =>
        await ledger.CommitAsync(Batch(new LedgerWrite { Key = leased.Record.Key, Expected = _revision, Content = null, Fence = leased.Fence }, said: null), cancel)
            .ConfigureAwait(false);

    private async ValueTask<bool> KeepAsync(CopyRecord next, DateTimeOffset? due, string? said, bool release, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Most; attempt++)
        {
            var again = _changed && next.State is CopyState.Standing or CopyState.Refused;
            var write = new LedgerWrite
            {
                Key = leased.Record.Key,
                Expected = _revision,
                Content = (again ? next.ToSend() : next).Seal(),
                Due = again ? clock.GetUtcNow() : due,
                Fence = leased.Fence,
                Release = release,
            };
            var result = await ledger.CommitAsync(Batch(write, said), cancel).ConfigureAwait(false);
            if (result.Committed)
            {
                (_revision, Now) = (_revision + 1, next);
                return true;
            }

            if (result.Refusal != CommitRefusal.Conflict || await ledger.FindAsync(leased.Record.Key, cancel).ConfigureAwait(false) is not { } now)
            {
                return false;
            }

            (_revision, _changed) = (now.Revision, true);
        }

        return false;
    }

    private LedgerBatch Batch(LedgerWrite write, string? said) => new()
    {
        Writes = [write],
        Entries = said is null ? [] : [AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, "mirror-case", Case.KeyOf(Now.Case), $"{Now.Sink}: {said}")],
    };
}
