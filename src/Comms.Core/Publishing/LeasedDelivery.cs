using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>A delivery in this host's hands: every step is committed under its lease and fence, with its audit.</summary>
internal sealed class LeasedDelivery(ILedger ledger, TimeProvider clock, Delivery delivery, long fence)
{
    /// <summary>The ledger keeps times to the millisecond, rounded down.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    /// <summary>How long a held delivery is left alone: long enough to cost nothing, and a hold's end does not wait for it.</summary>
    private static readonly TimeSpan Parking = TimeSpan.FromSeconds(30);

    /// <summary>Whether it is held, and nothing was done.</summary>
    public bool Parked { get; private set; }

    public Delivery Now { get; private set; } = delivery;

    /// <summary>Whether a step was refused since the lease had ended or someone else had changed the delivery.</summary>
    public bool Lost { get; private set; }

    /// <summary>Commits the next step and lets go of the delivery.</summary>
    public async ValueTask FinishAsync(Delivery next, CancellationToken cancel) =>
        Lost |= !await CommitAsync(next, release: true, [], [], cancel).ConfigureAwait(false);

    /// <summary>Commits the next step and keeps the delivery in hand.</summary>
    /// <returns>False when anything it depends on was changed meanwhile: then nothing was committed.</returns>
    public ValueTask<bool> AdvanceAsync(
        Delivery next, IReadOnlyList<LedgerWrite> beside, IReadOnlyList<RecordRequirement> requires, CancellationToken cancel) =>
        CommitAsync(next, release: false, beside, requires, cancel);

    /// <summary>Lets go of the delivery until a later time, without a step. It is never due again in the same instant.</summary>
    public async ValueTask PostponeAsync(DateTimeOffset due, CancellationToken cancel)
    {
        var soonest = clock.GetUtcNow() + Tick;
        var next = Now.Postponed(due > soonest ? due + Tick : soonest);
        var batch = new LedgerBatch { Writes = [next.Write(fence)] };
        Lost |= !(await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    /// <summary>Lets go of a delivery that is held: it is looked at again after a while, or as soon as the hold ends.</summary>
    public async ValueTask ParkAsync(CancellationToken cancel)
    {
        Parked = true;
        await PostponeAsync(clock.GetUtcNow() + Parking, cancel).ConfigureAwait(false);
    }

    private async ValueTask<bool> CommitAsync(
        Delivery next, bool release, IReadOnlyList<LedgerWrite> beside, IReadOnlyList<RecordRequirement> requires, CancellationToken cancel)
    {
        var detail = next.Receipt is { } receipt ? receipt.Url ?? receipt.Id : next.Reason;
        var act = $"delivery {next.State.ToString().ToLowerInvariant()}";
        var batch = new LedgerBatch
        {
            Writes = [next.Write(fence, release), .. beside],
            Requires = requires,
            Entries = [AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, act, next.RecordKey, detail)],
        };
        var committed = (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
        if (committed)
        {
            Now = next.Committed();
        }

        return committed;
    }
}
