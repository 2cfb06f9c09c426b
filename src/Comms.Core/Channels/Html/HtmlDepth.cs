namespace Comms.Core.Channels.Html;

/// <summary>
/// Bounds how deeply HTML is nested before it is parsed: a parser's time grows with the square of the depth, and a few
/// megabytes of open elements would keep it busy for hours. It also bounds how often marks that were never closed, as bold,
/// are opened anew, which a parser does in each block that follows. Linear in the length.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>Deeper than any page that a person wrote or a program made in good faith.</summary>
    private const int Deepest = 1_000;

    private const int LongestName = 16;

    /// <summary>More than a page of good faith has, even one with a few marks that were never closed.</summary>
    private const int MostReopened = 1_000_000;

    /// <summary>Those that a parser opens anew. Source: https://html.spec.whatwg.org/multipage/parsing.html#formatting, read on 2026-11-28.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reopen = new HashSet<string>(
        ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those that close by themselves, and so never nest.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverNest = new HashSet<string>(
        ["p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "br", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "source"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>As much of it as is not too deep, which is nearly always all.</summary>
    /// <param name="html">The source.</param>
    /// <param name="deepest">How many elements may stand within each other, but for those that close by themselves.</param>
    public static string Bounded(string html, int deepest = Deepest)
    {
        var open = new Stack<string>();
        var marks = 0;
        var reopened = 0L;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            var isMark = Reopen.Contains(name);
            reopened += isMark ? 0 : marks;
            if (reopened > MostReopened)
            {
                return html[..at];
            }

            if (name.IsEmpty || NeverNest.Contains(name))
            {
                continue;
            }

            if (!closes)
            {
                open.Push(name.ToString());
                marks += isMark ? 1 : 0;
            }
            else if (open.TryPeek(out var last) && name.Equals(last, StringComparison.OrdinalIgnoreCase))
            {
                open.Pop();
                marks -= isMark ? 1 : 0;
            }

            if (open.Count > deepest)
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
