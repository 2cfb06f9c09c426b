namespace Comms.Core.Ledger;

/// <summary>
/// The truth: opaque, versioned records, leases with fences, one transaction, and the audit chain. Timers and queues
/// elsewhere are only hints to look here. Implementations are safe for concurrent use by many threads and, when they are
/// shared, by many processes. A fault of the store throws <see cref="LedgerException"/> and leaves nothing half done; a
/// request that no ledger could serve throws <see cref="ArgumentException"/> at once.
/// </summary>
public interface ILedger
{
    /// <summary>Reads one record; null when there is none.</summary>
    ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel);

    /// <summary>
    /// Reads records in order of creation, in pages, so that memory stays constant. What commits while reading may or
    /// may not be seen; nothing is seen twice.
    /// </summary>
    IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel);

    /// <summary>
    /// Leases due records, earliest due first, then in order of creation. A record under a live lease is passed over,
    /// and so is every record of a lane in which another claim holds a live lease (whenever the leased record is due) or
    /// an earlier due record could not be taken. One claim may take several records of a lane.
    /// </summary>
    /// <returns>The leased records, none when nothing is due.</returns>
    ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel);

    /// <summary>
    /// Commits all of the batch, durably, or none of it. When it throws <see cref="OperationCanceledException"/>, nothing
    /// was committed.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel);

    /// <summary>Reads the audit chain after a sequence, in order. Sequences start at 1 and have no gaps.</summary>
    IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel);
}
