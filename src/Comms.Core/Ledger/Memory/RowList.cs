namespace Comms.Core.Ledger.Memory;

/// <summary>Rows in order of creation. Places only rise, so that a page is found by halving.</summary>
internal sealed class RowList
{
    private const int WorthPacking = 64;

    private readonly List<Row> _rows = [];
    private int _removed;

    public bool IsEmpty => _rows.Count == _removed;

    public void Add(Row row) => _rows.Add(row);

    /// <summary>Counts a row that was marked as removed; the list is packed when half of it is.</summary>
    public void NoteRemoved()
    {
        _removed++;
        if (_removed >= WorthPacking && _removed * 2 >= _rows.Count)
        {
            _rows.RemoveAll(row => row.Removed);
            _removed = 0;
        }
    }

    public List<LedgerRecord> Page(long after, int size)
    {
        var page = new List<LedgerRecord>(Math.Min(size, _rows.Count));
        for (var index = FirstAfter(after); index < _rows.Count && page.Count < size; index++)
        {
            if (!_rows[index].Removed)
            {
                page.Add(_rows[index].ToRecord());
            }
        }

        return page;
    }

    private int FirstAfter(long position)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _rows[middle].Position > position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
