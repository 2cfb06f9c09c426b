using Comms.Core.Ledger;

namespace Comms.Core.KillHost;

/// <summary>The ledger, with the steps that a delivery takes through it.</summary>
internal sealed class SteppedLedger(ILedger inner, Target target) : ILedger
{
    private const string Delivery = "delivery";

    /// <summary>What is put off for longer is left to the hosts after this one.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private DateTimeOffset _claimedAt;

    public ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel) => inner.FindAsync(key, cancel);

    public IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) => inner.ReadAsync(query, cancel);

    public IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) => inner.ReadChainAsync(after, cancel);

    public async ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel)
    {
        if (request.Kind != Delivery)
        {
            return await inner.ClaimAsync(request, cancel);
        }

        target.Reach(Step.BeforeClaim);
        var claimed = await inner.ClaimAsync(request, cancel);
        foreach (var leased in claimed)
        {
            _claimedAt = leased.Until - request.LeaseFor;
            target.Reach(leased.Record.Lane!, Step.AfterClaim);
        }

        return claimed;
    }

    public async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
    {
        if (batch.Writes.FirstOrDefault(write => write.Key.Kind == Delivery && write.Fence is not null && write.Lane == target.Account) is not { } write)
        {
            return await inner.CommitAsync(batch, cancel);
        }

        if (!write.Release)
        {
            target.BeforeIntent();
            var intended = await inner.CommitAsync(batch, cancel);
            target.AfterIntent();
            return intended;
        }

        target.BeforeOutcome();
        var committed = await inner.CommitAsync(batch, cancel);
        target.AfterOutcome(over: write.Due is null || write.Due > _claimedAt + Soon);
        return committed;
    }
}
