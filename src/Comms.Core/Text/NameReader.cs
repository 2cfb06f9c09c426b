using System.Buffers;

namespace Comms.Core.Text;

/// <summary>
/// Walks the names of private persons that a text gives away by a title or a pattern: Mrs Okafor, my son Tom, a nurse
/// called Priya, and a name under kind regards. Looks at capital letters alone, and at the words around them; a name in
/// small letters is seen after mr and mrs. Linear in the text; allocates nothing.
/// </summary>
internal ref struct NameReader
{
    private const int MostWords = 3;

    private const int ShortestTitle = 2;
    private const string Ascii = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static readonly SearchValues<char> AsciiCapitals = SearchValues.Create(Ascii);
    private static readonly SearchValues<char> AllCapitals = SearchValues.Create(Ascii + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŁŚŠŻŹŽĆČŐŞŴŶ");

    private readonly ReadOnlySpan<char> _text;
    private readonly NameWords _words;
    private readonly SearchValues<char> _capitals;
    private int _at;
    private int _small;

    public NameReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _words = NameWords.Shipped;
        _capitals = System.Text.Ascii.IsValid(text) ? AsciiCapitals : AllCapitals;
        _small = SmallTitle(0);
    }

    /// <summary>In UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>In UTF-16 units, after the name's last.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next name that begins at a place or after it.</summary>
    public bool Read(int from)
    {
        _at = Math.Max(_at, from);
        while (Candidate() is >= 0 and var start)
        {
            var first = WordText.EndOf(_text, start);
            _at = Math.Max(first, start + 1);
            if (first > start && IsName(start, first) && NameEnd(start, first) is > 0 and var end)
            {
                (Start, End, _at) = (start, end, end);
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the next word stands that may be a name; -1 when none does.</summary>
    private int Candidate()
    {
        while (_small >= 0 && _small < _at)
        {
            _small = SmallTitle(_at);
        }

        while (_at < _text.Length)
        {
            var found = _text[_at..].IndexOfAny(_capitals);
            var capital = found < 0 ? _text.Length : _at + found;
            if (_small >= 0 && _small <= capital)
            {
                return _small;
            }

            if (found < 0)
            {
                return -1;
            }

            if (MayBeIntroduced(capital))
            {
                return capital;
            }

            _at = capital + 1;
        }

        return _small >= _at ? _small : -1;
    }

    /// <summary>Whether a word stands right before a capital, so that most capitals cost no more than this.</summary>
    private readonly bool MayBeIntroduced(int capital)
    {
        if (capital < ShortestTitle + 1 || _text[capital - 1] is not (' ' or '\n'))
        {
            return false;
        }

        var before = _text[capital - 2];
        return char.IsLetter(before) || before is ',' or '\n' or ' ' || (before == '.' && char.IsLetter(_text[capital - 3]));
    }

    /// <summary>The word in small letters after the next mr or mrs in small letters; -1 when there is none.</summary>
    private readonly int SmallTitle(int from)
    {
        for (var at = from; at < _text.Length;)
        {
            var found = _text[at..].IndexOf("mr");
            if (found < 0)
            {
                return -1;
            }

            at += found;
            var end = WordText.EndOf(_text, at);
            var isTitle = _text[at..end] is "mr" or "mrs" && (at == 0 || !char.IsLetterOrDigit(_text[at - 1]));
            if (isTitle && end + 1 < _text.Length && _text[end] == ' ' && char.IsLower(_text[end + 1]))
            {
                return end + 1;
            }

            at = Math.Max(end, at + 1);
        }

        return -1;
    }

    private readonly bool IsName(int start, int end)
    {
        var word = _text[start..end];
        if (_words.NotNames.Contains(word) || _words.Titles.Contains(word) || !IsIntroduced(start, end, out var title))
        {
            return false;
        }

        return _words.PlainTitles.Contains(title) || !(_words.SurnamesToo.Contains(word) || _words.Places.Contains(word) || (WordText.IsShouted(word) && !WordText.IsShouted(title)));
    }

    /// <param name="start">Where the word begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="cue">The word that introduces it.</param>
    private readonly bool IsIntroduced(int start, int end, out ReadOnlySpan<char> cue)
    {
        var before = WordText.Before(_text, start);
        cue = _text[before];
        var gap = _text[before.End.Value..start];
        var follows = gap is " " || (gap is ". " && _words.PlainTitles.Contains(cue));
        if (follows && _words.Titles.Contains(cue) && cue is not "miss")
        {
            return true;
        }

        if (_words.Relations.Contains(cue) && gap is " " or ", ")
        {
            return IsOwned(before.Start.Value);
        }

        if (gap is " " && (_words.Naming.Contains(cue) || cue is "is" or "Is"))
        {
            var person = _text[WordText.Before(_text, before.Start.Value)];
            return _words.Naming.Contains(cue) ? _words.Relations.Contains(person) : person.Equals("name", StringComparison.OrdinalIgnoreCase);
        }

        return _words.Closings.Contains(cue) && gap.Length <= 4 && gap.ContainsAny(',', '\n') && EndsText(start, end);
    }

    /// <summary>Somebody's, with at most one word in between: my late husband.</summary>
    private readonly bool IsOwned(int relation)
    {
        var before = WordText.Before(_text, relation);
        return _words.Owners.Contains(_text[before]) || _words.Owners.Contains(_text[WordText.Before(_text, before.Start.Value)]);
    }

    private readonly bool EndsText(int start, int end)
    {
        for (var words = 1; words < MostWords && WordText.NextCapital(_text, end) is > 0 and var next; words++)
        {
            end = WordText.EndOf(_text, next);
        }

        return end > start && _text[end..].Trim(" .,!\r\n\t").IsEmpty;
    }

    /// <summary>The end of a name of up to three words; 0 when something named after a person follows.</summary>
    private readonly int NameEnd(int start, int end)
    {
        if (end - start == 1 && WordText.NextCapital(_text, end) < 0)
        {
            return 0;
        }

        for (var words = 1; words < MostWords && !WordText.IsShouted(_text[start..end]) && WordText.NextCapital(_text, end) is > 0 and var next; words++)
        {
            var last = WordText.EndOf(_text, next);
            if (_words.NotNames.Contains(_text[next..last]) || _words.Places.Contains(_text[next..last]))
            {
                break;
            }

            end = last;
        }

        var after = end < _text.Length && _text[end] == ' ' ? _text[(end + 1)..WordText.EndOf(_text, end + 1)] : default;
        return _words.Places.Contains(after) ? 0 : end;
    }
}
