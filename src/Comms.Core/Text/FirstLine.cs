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
        return string.Concat(line[..(space > 0 ? space : WholeLetters.Within(line, Longest))].TrimEnd(), "…");
    }
}
