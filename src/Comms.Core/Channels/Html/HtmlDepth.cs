namespace Comms.Core.Channels.Html;

/// <summary>
/// Bounds how deeply HTML is nested before it is parsed: a parser's time grows with the square of the depth, and a few
/// megabytes of open elements would keep it busy for hours. Linear in the length.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Deeper than any page that a person wrote or a program made in good faith.</summary>
    private const int Deepest = 1_000;

    private const int LongestName = 16;

    /// <summary>Those that close by themselves, and so never nest.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverNest = new HashSet<string>(
        ["p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>As much of it as is not too deep, which is nearly always all.</summary>
    public static string Bounded(string html)
    {
        var open = new Stack<string>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            if (name.IsEmpty || NeverNest.Contains(name))
            {
                continue;
            }

            if (!closes)
            {
                open.Push(name.ToString());
            }
            else if (open.TryPeek(out var last) && name.Equals(last, StringComparison.OrdinalIgnoreCase))
            {
                open.Pop();
            }

            if (open.Count > Deepest)
            {
                return html[..at];
            }
        }

        return html;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> from)
    {
        var length = 0;
        while (length < from.Length && length < LongestName && char.IsAsciiLetterOrDigit(from[length]))
        {
            length++;
        }

        return from[..length];
    }
}
