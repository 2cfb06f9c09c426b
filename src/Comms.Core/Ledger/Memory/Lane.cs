namespace Comms.Core.Ledger.Memory;

/// <summary>The records of one kind and lane: those that wait in order of claiming, those under a lease, and all.</summary>
internal sealed class Lane(string name)
{
    private readonly HashSet<Row> _leased = [];

    public string Name { get; } = name;

    public RowList Rows { get; } = new();

    public SortedSet<Row> Waiting { get; } = new(ClaimOrder.OfRows);

    public Row? Head => Waiting.Min;

    public bool IsHeld(long now) => _leased.Any(row => row.IsLeased(now));

    public void NoteLease(Row row)
    {
        _ = row.Until is null ? _leased.Remove(row) : _leased.Add(row);
    }
}
