namespace Comms.Core.Text;

/// <summary>Words as they stand in a text, with hyphens and apostrophes inside them; a possessive ending is left out.</summary>
internal static class WordText
{
    private const int Longest = 40;

    /// <summary>Where the word that begins at a place ends; the place itself when none does.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsLetter(text[end]) || Joins(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>The word before a place, over at most four characters in between; empty when there is none.</summary>
    public static Range Before(ReadOnlySpan<char> text, int place)
    {
        var end = place;
        while (end > 0 && place - end < 4 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && end - start < Longest && (char.IsLetter(text[start - 1]) || (text[start - 1] is '-' or '\'' or '\u2019' && start < end)))
        {
            start--;
        }

        return start..end;
    }

    /// <summary>The capitalised word after one space, or after a point and a space behind an initial; -1 when there is none.</summary>
    public static int NextCapital(ReadOnlySpan<char> text, int end)
    {
        var next = end + 1 < text.Length && text[end] == '.' && end >= 1 && char.IsUpper(text[end - 1]) ? end + 1 : end;
        return next + 1 < text.Length && text[next] == ' ' && char.IsUpper(text[next + 1]) ? next + 1 : -1;
    }

    /// <summary>Whether a word of two letters or more is all in capitals.</summary>
    public static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private static bool Joins(ReadOnlySpan<char> text, int at) =>
        text[at] is '-' or '\'' or '\u2019'
        && at + 1 < text.Length
        && char.IsLetter(text[at + 1])
        && !(text[at] != '-' && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetter(text[at + 2])));
}
