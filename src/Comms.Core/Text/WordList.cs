namespace Comms.Core.Text;

/// <summary>Words in one row of letters with a blank between them, which is used again for text after text. Not safe for concurrent use.</summary>
internal sealed class WordList
{
    private readonly List<Range> _places = [];
    private char[] _letters = new char[256];
    private int _end;

    public int Count => _places.Count;

    /// <summary>All words, with a blank between them.</summary>
    public ReadOnlySpan<char> All => _letters.AsSpan(0, _end);

    public ReadOnlySpan<char> this[int at] => _letters.AsSpan(_places[at]);

    public void Clear()
    {
        _places.Clear();
        _end = 0;
    }

    public void Add(ReadOnlySpan<char> word) => word.CopyTo(Next(word.Length));

    /// <summary>Adds a word in lower case.</summary>
    public void AddSmall(ReadOnlySpan<char> word) => word.ToLowerInvariant(Next(word.Length));

    private Span<char> Next(int length)
    {
        var start = _end == 0 ? 0 : _end + 1;
        if (start + length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, start + length));
        }

        if (start > 0)
        {
            _letters[_end] = ' ';
        }

        _end = start + length;
        _places.Add(start.._end);
        return _letters.AsSpan(start, length);
    }
}
