namespace Comms.Core.Text;

/// <summary>E-mail addresses as people write them in running text.</summary>
internal static class EmailAddress
{
    private const int LongestName = 64;
    private const int LongestHost = 255;

    /// <summary>The address around the at sign; 0 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the sign is.</param>
    /// <param name="free">The first place that nothing has taken.</param>
    /// <param name="start">Where the address begins.</param>
    public static int Around(ReadOnlySpan<char> text, int at, int free, out int start)
    {
        start = at;
        while (start > free && at - start < LongestName && IsName(text[start - 1]))
        {
            start--;
        }

        while (start < at && text[start] == '.')
        {
            start++;
        }

        var end = at + 1;
        while (end < text.Length && end - at <= LongestHost && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
        {
            end++;
        }

        while (end > at + 1 && text[end - 1] is '.' or '-')
        {
            end--;
        }

        var host = text[(at + 1)..end];
        var dot = host.LastIndexOf('.');
        return start < at && dot > 0 && host.Length - dot > 2 && char.IsAsciiLetter(host[^1]) ? end - start : 0;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-' or '\'';
}
