namespace Comms.Core.Triage.Signals;

/// <summary>
/// The elements of all phrases in one run of numbers, so that trying a phrase touches little memory. A phrase is its
/// signal, its <see cref="Phrase.Before"/>, how many elements it has, and the elements; an element is its length in
/// numbers, its gap, whether it may miss, its class, how many rows it has, and of each row its length and its classes.
/// Immutable.
/// </summary>
internal sealed class PhraseCode
{
    private const int PhraseHead = 3;
    private const int ElementHead = 5;

    private readonly int[] _code;
    private readonly int[] _starts;
    private readonly ClassMembers _members;

    public PhraseCode(IReadOnlyList<Phrase> phrases, ClassMembers members)
    {
        var code = new List<int>();
        _starts = new int[phrases.Count];
        _members = members;
        for (var i = 0; i < phrases.Count; i++)
        {
            _starts[i] = code.Count;
            code.AddRange([phrases[i].Signal, phrases[i].Before, phrases[i].Elements.Length, .. phrases[i].Elements.SelectMany(Encode)]);
        }

        _code = [.. code];
    }

    public int SignalOf(int phrase) => _code[_starts[phrase]];

    /// <summary>How many tokens may stand before the one by which the phrase was looked up.</summary>
    public int BeforeOf(int phrase) => _code[_starts[phrase] + 1];

    /// <summary>The mark after the phrase when it begins at a mark; -1 when it does not. Bounded: four ways for each gap.</summary>
    public int Match(int phrase, ReadOnlySpan<TokenMark> marks, int at) =>
        Match(_starts[phrase] + PhraseHead, _code[_starts[phrase] + 2], marks, at);

    private int Match(int element, int left, ReadOnlySpan<TokenMark> marks, int at)
    {
        while (left > 0)
        {
            var head = _code.AsSpan(element, ElementHead);
            var (next, gap, mayMiss, number, rows) = (element + head[0], head[1], head[2] != 0, head[3], head[4]);
            left--;
            if (gap > 0)
            {
                return AfterGap(next, left, gap, marks, at);
            }

            if (mayMiss || rows > 0)
            {
                return AfterChoice(element, next, left, marks, at);
            }

            if (!Is(marks, at, number))
            {
                return -1;
            }

            at++;
            element = next;
        }

        return at;
    }

    private int AfterGap(int next, int left, int gap, ReadOnlySpan<TokenMark> marks, int at)
    {
        for (var skip = 0; skip <= gap; skip++)
        {
            if (Match(next, left, marks, at + skip) is >= 0 and var after)
            {
                return after;
            }
        }

        return -1;
    }

    private int AfterChoice(int element, int next, int left, ReadOnlySpan<TokenMark> marks, int at)
    {
        var number = _code[element + 3];
        if (number >= 0 && Is(marks, at, number) && Match(next, left, marks, at + 1) is >= 0 and var afterWord)
        {
            return afterWord;
        }

        for (var row = element + ElementHead; row < next; row += _code[row] + 1)
        {
            if (Stands(_code.AsSpan(row + 1, _code[row]), marks, at) && Match(next, left, marks, at + _code[row]) is >= 0 and var after)
            {
                return after;
            }
        }

        return _code[element + 2] != 0 ? Match(next, left, marks, at) : -1;
    }

    private bool Stands(ReadOnlySpan<int> row, ReadOnlySpan<TokenMark> marks, int at)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (!Is(marks, at + i, row[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Is(ReadOnlySpan<TokenMark> marks, int at, int number) => at < marks.Length && _members.Has(marks[at].Word, number);

    private static IEnumerable<int> Encode(PhraseElement element)
    {
        var rows = element.Rows.SelectMany(row => row.Prepend(row.Length)).ToArray();
        return [ElementHead + rows.Length, element.Gap, element.MayMiss ? 1 : 0, element.Class, element.Rows.Length, .. rows];
    }
}
