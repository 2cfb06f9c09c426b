using System.Text;
using System.Text.RegularExpressions;

namespace Comms.Core.Text;

/// <summary>What a stretch of rich text is.</summary>
public enum ByteFacetKind
{
    /// <summary>A link; the target is its address with the scheme.</summary>
    Link,

    /// <summary>A mention; the target is the handle.</summary>
    Mention,

    /// <summary>A tag; the target is the tag without its sign, a ticker with its dollar sign.</summary>
    Tag,
}

/// <summary>A stretch of rich text as the AT Protocol describes it.</summary>
/// <param name="Start">In UTF-8 bytes from the start of the text.</param>
/// <param name="End">The byte after it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Target">What it stands for.</param>
public sealed record ByteFacet(int Start, int End, ByteFacetKind Kind, string Target);

/// <summary>
/// Finds mentions, links, tags and tickers as Bluesky's own programs do, with offsets in UTF-8 bytes: its rules, written
/// anew from their description and their public cases. Pure.
/// </summary>
public static partial class ByteFacets
{
    private const int LongestTag = 64;
    private const string Unseen = @"\u00AD\u2060\u200A\u200B\u200C\u200D\u20e2";

    /// <summary>Finds all of them, in order of their start.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<ByteFacet> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. Mentions(text).Concat(LinksOf(text)).Concat(Tags(text)).Concat(Tickers(text))
                .OrderBy(found => found.Start).Select(found => new ByteFacet(Bytes(text, found.Start), Bytes(text, found.End), found.Kind, found.Target)),
        ];
    }

    private static IEnumerable<(int Start, int End, ByteFacetKind Kind, string Target)> Mentions(string text)
    {
        foreach (Match match in Mention().Matches(text))
        {
            var handle = match.Groups["handle"];
            if (EndsInDomain(handle.ValueSpan) || handle.Value.EndsWith(".test", StringComparison.Ordinal))
            {
                yield return (handle.Index - 1, handle.Index + handle.Length, ByteFacetKind.Mention, handle.Value);
            }
        }
    }

    private static IEnumerable<(int Start, int End, ByteFacetKind Kind, string Target)> LinksOf(string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            var link = match.Groups["link"];
            var hasScheme = link.Value.StartsWith("http", StringComparison.Ordinal);
            if (!hasScheme && !(match.Groups["domain"] is { Success: true } domain && EndsInDomain(domain.ValueSpan)))
            {
                continue;
            }

            var address = link.ValueSpan;
            if (address[^1] is '.' or ',' or ';' or ':' or '!' or '?')
            {
                address = address[..^1];
            }

            if (address is [.., ')'] && !address.Contains('('))
            {
                address = address[..^1];
            }

            yield return (link.Index, link.Index + address.Length, ByteFacetKind.Link, hasScheme ? address.ToString() : $"https://{address}");
        }
    }

    private static IEnumerable<(int Start, int End, ByteFacetKind Kind, string Target)> Tags(string text)
    {
        foreach (Match match in Tag().Matches(text))
        {
            var name = EndPunctuation().Replace(match.Groups["tag"].Value.Trim(), "");
            if (name.Length > 0 && TextLength.Count(name, LengthUnit.Graphemes) <= LongestTag)
            {
                var start = match.Groups["sign"].Index;
                yield return (start, start + 1 + name.Length, ByteFacetKind.Tag, name);
            }
        }
    }

    private static IEnumerable<(int Start, int End, ByteFacetKind Kind, string Target)> Tickers(string text)
    {
        foreach (Match match in Ticker().Matches(text))
        {
            var name = match.Groups["name"];
            yield return (name.Index - 1, name.Index + name.Length, ByteFacetKind.Tag, "$" + name.Value.ToUpperInvariant());
        }
    }

    private static bool EndsInDomain(ReadOnlySpan<char> host) => host.LastIndexOf('.') is > -1 and var dot && TopLevelDomains.Has(host[(dot + 1)..]);

    private static int Bytes(string text, int at) => Encoding.UTF8.GetByteCount(text.AsSpan(0, at));

    [GeneratedRegex(@"(?:^|\s|\()@(?<handle>[a-zA-Z0-9.-]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:^|\s|\()(?<link>https?://\S+|(?<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)\S*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^|\s)(?<sign>[#＃])(?<tag>(?!\ufe0f)[^\s" + Unseen + @"]*[^\d\s\p{P}" + Unseen + @"]+[^\s" + Unseen + "]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{P}+$", RegexOptions.CultureInvariant)]
    private static partial Regex EndPunctuation();

    [GeneratedRegex(@"(?:^|\s|\()\$(?<name>[A-Za-z][A-Za-z0-9]{0,4})(?=\s|$|[.,;:!?)""'\u2019])", RegexOptions.CultureInvariant)]
    private static partial Regex Ticker();
}
