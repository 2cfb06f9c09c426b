using Comms.Core.Ledger.Memory;
using Comms.Core.Ledger.Stores;

namespace Comms.Core.Ledger;

/// <summary>
/// A ledger that lives as long as its process: for tests, exercises and trying things out. It keeps every contract of
/// <see cref="ILedger"/> but durability. Safe for concurrent use.
/// </summary>
/// <param name="clock">The clock by which leases end.</param>
public sealed class InMemoryLedger(TimeProvider clock) : ILedger, IDueHints
{
    private const int PageSize = 256;

    private readonly TimeProvider _clock = clock ?? throw new ArgumentNullException(nameof(clock));
    private readonly Lock _gate = new();
    private readonly Records _records = new();
    private readonly Chain _chain = new();
    private readonly DueListeners _listeners = new();

    /// <inheritdoc/>
    public ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel)
    {
        key.Check();
        return Locked(() => _records.Find(key), cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) =>
        Pages.OfRecords(query, PageSize, (after, size, stop) => Locked(() => _records.Page(query, after, size), stop), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        return Locked<IReadOnlyList<LeasedRecord>>(() => _records.Claim(request, Now()), cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Check();
        var result = await Locked(() => Commit(batch), cancel).ConfigureAwait(false);
        if (result.Committed)
        {
            _listeners.Tell(DueListeners.KindsOf(batch));
        }

        return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) =>
        Pages.OfLinks(after, PageSize, (last, size, stop) => Locked(() => _chain.Page(last, size), stop), cancel);

    /// <inheritdoc/>
    public ValueTask<TimeSpan?> NextDueAsync(string kind, DateTimeOffset? after, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        return Locked(() => _records.NextDue(kind, after?.ToUnixTimeMilliseconds() ?? Now()), cancel);
    }

    /// <inheritdoc/>
    public IDisposable Hear(string kind, Action changed)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(changed);
        return _listeners.Add(kind, changed);
    }

    private CommitResult Commit(LedgerBatch batch)
    {
        var result = _records.Judge(batch, Now());
        if (!result.Committed)
        {
            return result;
        }

        foreach (var sequence in batch.Erase)
        {
            _chain.Erase(sequence);
        }

        foreach (var write in batch.Writes)
        {
            _records.Apply(write);
        }

        foreach (var entry in batch.Entries)
        {
            _chain.Append(entry);
        }

        return result;
    }

    private ValueTask<T> Locked<T>(Func<T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancel);
        }

        lock (_gate)
        {
            return ValueTask.FromResult(read());
        }
    }

    private long Now() => _clock.GetUtcNow().ToUnixTimeMilliseconds();
}
