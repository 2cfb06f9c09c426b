namespace Comms.Core.Text;

/// <summary>A word where it stands, in UTF-16 units, in small letters and with plain apostrophes.</summary>
internal readonly record struct TextWord(int Start, int End, string Small)
{
    public int Length => End - Start;

    /// <summary>Whether only blanks stand before the word that follows.</summary>
    public bool Touches(TextWord next, string text) => text.AsSpan(End..next.Start).IsWhiteSpace();

    public static IEnumerable<TextWord> Find(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] is '#' or '@' && at + 1 < text.Length && IsPart(text[at + 1]))
            {
                at = EndOf(text, at + 1);
            }
            else if (StartsLink(text, at))
            {
                at = text.AsSpan(at).IndexOfAny(' ', '\n', '\t') is >= 0 and var length ? at + length : text.Length;
            }
            else if (IsPart(text[at]))
            {
                var end = EndOf(text, at);
                yield return new TextWord(at, end, text[at..end].Replace('’', '\'').ToLowerInvariant());
                at = end;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool StartsLink(string text, int at) =>
        string.CompareOrdinal(text, at, "http://", 0, 7) == 0 || string.CompareOrdinal(text, at, "https://", 0, 8) == 0;

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter);

    /// <summary>An apostrophe or a hyphen between two letters, and an ampersand as in A&amp;E, joins.</summary>
    private static int EndOf(string text, int at)
    {
        while (at < text.Length && (IsPart(text[at]) || (text[at] is '\'' or '’' or '-' or '&' && at + 1 < text.Length && IsPart(text[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
