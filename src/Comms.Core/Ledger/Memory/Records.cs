using Comms.Core.Ledger.Stores;

namespace Comms.Core.Ledger.Memory;

/// <summary>All records in memory, their places and fences. Whoever calls holds the ledger's lock.</summary>
internal sealed class Records
{
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private long _position;
    private long _fence;

    public LedgerRecord? Find(RecordKey key) => Row(key)?.ToRecord();

    public List<LedgerRecord> Page(RecordQuery query, PageStart after, int size) =>
        !_shelves.TryGetValue(query.Kind, out var shelf) ? []
        : query.DueBy is { } due ? shelf.PageOfDue(query.Lane, due.ToUnixTimeMilliseconds(), after, size)
        : shelf.Page(query.Lane, after.Position, size);

    public LeasedRecord[] Claim(ClaimRequest request, long now)
    {
        if (!_shelves.TryGetValue(request.Kind, out var shelf))
        {
            return [];
        }

        var until = now + (long)request.LeaseFor.TotalMilliseconds;
        var rows = shelf.Claimable(request.DueBy?.ToUnixTimeMilliseconds() ?? now, now, request.Limit);
        var leased = new LeasedRecord[rows.Count];
        for (var index = 0; index < leased.Length; index++)
        {
            Shelf.Lease(rows[index], ++_fence, until);
            leased[index] = new LeasedRecord(rows[index].ToRecord(), _fence, DateTimeOffset.FromUnixTimeMilliseconds(until));
        }

        return leased;
    }

    public TimeSpan? NextDue(string kind, long after) =>
        _shelves.GetValueOrDefault(kind)?.NextDue(after) is { } due ? TimeSpan.FromMilliseconds(due - after) : null;

    /// <summary>What refuses the batch; <see cref="CommitResult.Done"/> when nothing does.</summary>
    public CommitResult Judge(LedgerBatch batch, long now) => Judging.Of(batch, State, now);

    public void Apply(LedgerWrite write)
    {
        var shelf = ShelfOf(write.Key.Kind);
        var row = shelf.Find(write.Key.Id);
        if (write.Content is not { } content)
        {
            shelf.Remove(row!);
            return;
        }

        row ??= shelf.Create(write.Key, ++_position, write.Lane);
        row.Revision++;
        row.Content = content.ToArray();
        shelf.Schedule(row, write.Due?.ToUnixTimeMilliseconds());
        if (write.Fence is not null && write.Release)
        {
            Shelf.Lease(row, row.Fence, null);
        }
    }

    private RecordState State(RecordKey key) =>
        Row(key) is { } row ? new RecordState(row.Position, row.Revision, row.Fence, row.Until) : default;

    private Row? Row(RecordKey key) => _shelves.GetValueOrDefault(key.Kind)?.Find(key.Id);

    private Shelf ShelfOf(string kind)
    {
        if (!_shelves.TryGetValue(kind, out var shelf))
        {
            shelf = new Shelf();
            _shelves.Add(kind, shelf);
        }

        return shelf;
    }
}
