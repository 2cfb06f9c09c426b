using System.Text.RegularExpressions;
using Comms.Core.Channels;

namespace Comms.Core.Authoring;

/// <summary>Finds the links, hashtags and mentions of a text.</summary>
internal static partial class Facets
{
    public static IReadOnlyList<Facet> Find(string text) =>
    [
        .. Pattern().Matches(text).Select(Describe).OrderBy(facet => facet.Start),
    ];

    private static Facet Describe(Match match)
    {
        var kind = match.Groups["link"].Success ? FacetKind.Link
            : match.Groups["tag"].Success ? FacetKind.Hashtag
            : FacetKind.Mention;
        var target = kind == FacetKind.Link ? match.Value : match.Value[1..];
        return new Facet(match.Index, match.Length, kind, target);
    }

    /// <summary>A link ends before the punctuation that ends its sentence; a tag is not all digits.</summary>
    [GeneratedRegex(
        """(?<link>https?://[^\s<>"]*[^\s<>".,;:!?'’)\]])|(?<![\w&/])(?<tag>\#(?=\d*\p{L})[\p{L}\p{N}_]+)|(?<![\w/])(?<mention>@[\w.-]*\w(?:@[\w.-]*\w)?)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
