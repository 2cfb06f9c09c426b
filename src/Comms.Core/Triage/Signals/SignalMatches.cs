namespace Comms.Core.Triage.Signals;

/// <summary>The signals met in one text. Reused from text to text; what comes after the most is counted, not kept.</summary>
internal sealed class SignalMatches
{
    private readonly SignalMatch[] _items = new SignalMatch[PhraseMachine.MostMatches];
    private SignalTable _table = SignalTable.Empty;

    public int Count { get; private set; }

    public int LabelOf(int signal) => _table.LabelOf(signal);

    public Span<SignalMatch> Items => _items.AsSpan(0, Count);

    public void Clear(SignalTable table)
    {
        _table = table;
        Count = 0;
    }

    public void Add(int signal, int start, int end, bool negated)
    {
        if (Count == _items.Length || (negated && _table[signal].Denied) || Seen(signal, start))
        {
            return;
        }

        _items[Count++] = new SignalMatch { Signal = signal, Start = start, End = end };
    }

    /// <summary>Takes back the matches that an idiom covers.</summary>
    public void Excuse()
    {
        for (var i = 0; i < Count; i++)
        {
            var excused = _table.ExcusedBy(_items[i].Signal);
            for (var j = 0; excused >= 0 && j < Count; j++)
            {
                var overlaps = _items[j].Start < _items[i].End && _items[i].Start < _items[j].End;
                _items[j].Excused |= overlaps && _table.LabelOf(_items[j].Signal) == excused && _table.ExcusedBy(_items[j].Signal) < 0;
            }
        }
    }

    private bool Seen(int signal, int start)
    {
        for (var i = Count - 1; i >= Math.Max(0, Count - 8); i--)
        {
            if (_items[i].Signal == signal && _items[i].Start == start)
            {
                return true;
            }
        }

        return false;
    }
}
