using Comms.Core.Ledger.Stores;

namespace Comms.Core.Ledger.Memory;

/// <summary>The records of one kind, and the indexes that keep a claim as cheap among a million rows as among ten.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, Row> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly RowList _rows = new();
    private readonly SortedSet<Row> _waiting = new(ClaimOrder.OfRows);
    private readonly SortedSet<Lane> _waitingLanes = new(ClaimOrder.OfLanes);

    public Row? Find(string id) => _byId.GetValueOrDefault(id);

    public List<LedgerRecord> Page(string? lane, long after, int size) =>
        lane is null ? _rows.Page(after, size)
        : _lanes.TryGetValue(lane, out var known) ? known.Rows.Page(after, size)
        : [];

    /// <summary>What is due by an instant, in order of claiming.</summary>
    public List<LedgerRecord> PageOfDue(string? lane, long dueBy, PageStart after, int size)
    {
        var waiting = lane is null ? _waiting : _lanes.GetValueOrDefault(lane)?.Waiting;
        var place = Row.Place(after);
        return waiting is not { Max: { } last } || ClaimOrder.OfRows.Compare(place, last) >= 0 ? []
            : [.. waiting.GetViewBetween(place, last).Where(row => ClaimOrder.OfRows.Compare(row, place) > 0)
                .TakeWhile(row => row.Due <= dueBy).Take(size).Select(row => row.ToRecord())];
    }

    public Row Create(RecordKey key, long position, string? lane)
    {
        var row = new Row(key, position, lane is null ? null : LaneNamed(lane));
        _byId.Add(key.Id, row);
        _rows.Add(row);
        row.Lane?.Rows.Add(row);
        return row;
    }

    public void Remove(Row row)
    {
        Schedule(row, null);
        Lease(row, row.Fence, null);
        row.Removed = true;
        _byId.Remove(row.Key.Id);
        _rows.NoteRemoved();
        if (row.Lane is { } lane)
        {
            lane.Rows.NoteRemoved();
            if (lane.Rows.IsEmpty)
            {
                _lanes.Remove(lane.Name);
            }
        }
    }

    /// <summary>Changes when a row is due. A sorted set must not see its key change: out, change, in.</summary>
    public void Schedule(Row row, long? due)
    {
        if (row.Due == due)
        {
            return;
        }

        if (row.Lane is not { } lane)
        {
            Move(_waiting, row, due);
            return;
        }

        if (lane.Head is not null)
        {
            _waitingLanes.Remove(lane);
        }

        Move(lane.Waiting, row, due);
        if (lane.Head is not null)
        {
            _waitingLanes.Add(lane);
        }
    }

    public static void Lease(Row row, long fence, long? until)
    {
        row.Fence = fence;
        row.Until = until;
        row.Lane?.NoteLease(row);
    }

    /// <summary>The rows a claim may take, in order.</summary>
    public List<Row> Claimable(long dueBy, long now, int limit)
    {
        var merge = new ClaimMerge(dueBy);
        merge.Offer(_waiting.TakeWhile(row => row.Due <= dueBy).Where(row => !row.IsLeased(now)).Take(limit));
        merge.Offer(_waitingLanes.TakeWhile(lane => lane.Head!.Due <= dueBy).Where(lane => !lane.IsHeld(now)).Take(limit));
        return merge.Take(limit);
    }

    /// <summary>The first due time after an instant, of rows outside lanes and of the heads of lanes; reads all that is due.</summary>
    public long? NextDue(long after)
    {
        var alone = _waiting.FirstOrDefault(row => row.Due > after)?.Due;
        var head = _waitingLanes.FirstOrDefault(lane => lane.Head!.Due > after)?.Head!.Due;
        return alone < head ? alone : head ?? alone;
    }

    private static void Move(SortedSet<Row> waiting, Row row, long? due)
    {
        if (row.Due is not null)
        {
            waiting.Remove(row);
        }

        row.Due = due;
        if (due is not null)
        {
            waiting.Add(row);
        }
    }

    private Lane LaneNamed(string name)
    {
        if (!_lanes.TryGetValue(name, out var lane))
        {
            lane = new Lane(name);
            _lanes.Add(name, lane);
        }

        return lane;
    }
}
