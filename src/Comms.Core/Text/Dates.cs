namespace Comms.Core.Text;

/// <summary>Days as people write them: 3/4/1961, 03-04-61, 1961-04-03, 3 April 1961, 3ydd o Ebrill 1961.</summary>
internal static class Dates
{
    private static readonly string[] Months =
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        "ion", "chwe", "maw", "ebr", "mai", "meh", "gor", "awst", "medi", "hyd", "tach", "rhag",
    ];

    /// <summary>The length of the date that the text begins with; 0 for none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var first = DigitsAt(text, 0);
        return first switch
        {
            4 => Numeric(text, 4, 2, 2),
            1 or 2 => Math.Max(Numeric(text, first, 2, 4), Named(text, first)),
            _ => 0,
        };
    }

    private static int Numeric(ReadOnlySpan<char> text, int first, int mostMiddle, int mostLast)
    {
        var at = first;
        if (at >= text.Length || text[at] is not ('/' or '-' or '.' or ' '))
        {
            return 0;
        }

        var separator = text[at++];
        var middle = DigitsAt(text, at);
        at += middle;
        if (middle is 0 || middle > mostMiddle || at >= text.Length || text[at] != separator)
        {
            return 0;
        }

        var last = DigitsAt(text, ++at);
        return last is 0 or 1 or 3 || last > mostLast ? 0 : at + last;
    }

    private static int Named(ReadOnlySpan<char> text, int at)
    {
        at = SkipWord(text, at);
        at = at < text.Length && text[at] == ' ' ? at + 1 : at;
        at = text[at..].StartsWith("of ", StringComparison.OrdinalIgnoreCase) ? at + 3 : at;
        at = text[at..].StartsWith("o ", StringComparison.OrdinalIgnoreCase) ? at + 2 : at;
        if (!StartsMonth(text[at..]))
        {
            return 0;
        }

        at = SkipWord(text, at);
        while (at < text.Length && text[at] is ' ' or ',')
        {
            at++;
        }

        var year = DigitsAt(text, at);
        return year is 2 or 4 ? at + year : 0;
    }

    private static bool StartsMonth(ReadOnlySpan<char> text)
    {
        foreach (var month in Months)
        {
            if (text.StartsWith(month, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipWord(ReadOnlySpan<char> text, int at)
    {
        var most = Math.Min(text.Length, at + 12);
        while (at < most && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 5 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - at;
    }
}
