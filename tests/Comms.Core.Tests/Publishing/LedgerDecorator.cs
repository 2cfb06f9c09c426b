using Comms.Core.Ledger;

namespace Comms.Core.Tests.Publishing;

internal abstract class LedgerDecorator(ILedger inner) : ILedger
{
    public virtual ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel) => inner.FindAsync(key, cancel);

    public virtual IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) => inner.ReadAsync(query, cancel);

    public virtual ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel) =>
        inner.ClaimAsync(request, cancel);

    public virtual ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel) => inner.CommitAsync(batch, cancel);

    public virtual IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) => inner.ReadChainAsync(after, cancel);
}
