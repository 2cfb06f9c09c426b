namespace Comms.Core.Stories.Embeds;

/// <summary>
/// A pattern of addresses as oEmbed has them: <c>*</c> stands for anything in the path, and for names below a domain in the
/// host. Source: https://oembed.com, section 2.1, read on 2026-11-30.
/// </summary>
internal sealed record PagePattern(string Host, string Path)
{
    /// <returns>The pattern; null where the text is none.</returns>
    public static PagePattern? Read(string text)
    {
        var host = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = host < 3 ? -1 : text.IndexOf('/', host);
        return path <= host ? null : new PagePattern(text[host..path], text[path..]);
    }

    public bool Has(Uri page) => Fits(Host, page.Host, apart: '/') && Fits(Path, page.PathAndQuery, apart: '\0');

    /// <summary>In time linear in both for each star: a star takes as little as it can, and more where the rest does not fit.</summary>
    private static bool Fits(string pattern, string text, char apart)
    {
        var (p, t, star, taken) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, taken) = (p++, t);
            }
            else if (p < pattern.Length && Same(pattern[p], text[t]))
            {
                (p, t) = (p + 1, t + 1);
            }
            else if (star >= 0 && text[taken] != apart)
            {
                (p, t) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
