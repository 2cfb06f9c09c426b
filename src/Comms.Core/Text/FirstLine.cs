using System.Globalization;

namespace Comms.Core.Text;

/// <summary>The first line of a text, cut between words, as a title in lists, calendars and feeds. Never what is published.</summary>
internal static class FirstLine
{
    private const int Longest = 60;

    public static string Of(string text)
    {
        var line = text.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = (end < 0 ? line : line[..end]).TrimEnd();
        if (line.Length <= Longest)
        {
            return line.ToString();
        }

        var space = line[..Longest].LastIndexOf(' ');
        return string.Concat(line[..(space > 0 ? space : Whole(line))].TrimEnd(), "…");
    }

    /// <summary>Where a line without spaces may be cut: never inside a character as readers see it.</summary>
    private static int Whole(ReadOnlySpan<char> line)
    {
        var at = 0;
        for (var next = 0; at + next <= Longest; next = StringInfo.GetNextTextElementLength(line[at..]))
        {
            at += next;
        }

        return at;
    }
}
