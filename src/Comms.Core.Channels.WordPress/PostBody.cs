using System.Globalization;
using System.Text;
using Comms.Core.Documents;

namespace Comms.Core.Channels.WordPress;

/// <summary>The blocks of a post: those of its page, or paragraphs with their links; then pictures with their descriptions.</summary>
internal static class PostBody
{
    public static string Blocks(Rendition rendition, IReadOnlyList<(StoredMedia Stored, string Alt)> pictures)
    {
        var blocks = new StringBuilder(rendition.Document is { } page ? DocumentRenderer.Render(page, DocumentFormat.WordPressBlocks).TrimEnd('\n') + "\n\n" : Paragraphs(rendition));
        foreach (var (stored, alt) in pictures)
        {
            blocks.Append(CultureInfo.InvariantCulture, $"<!-- wp:image {{\"id\":{stored.Id}}} -->\n<figure class=\"wp-block-image\"><img src=\"{Encode(stored.SourceUrl)}\" alt=\"{Encode(alt)}\" class=\"wp-image-{stored.Id}\" /></figure>\n<!-- /wp:image -->\n\n");
        }

        return blocks.ToString().TrimEnd('\n');
    }

    private static string Paragraphs(Rendition rendition) => string.Concat(TitledText.Of(rendition.Text).Paragraphs.Select(
        paragraph => $"<!-- wp:paragraph -->\n<p>{Linked(rendition, paragraph)}</p>\n<!-- /wp:paragraph -->\n\n"));

    private static string Linked(Rendition rendition, Range paragraph)
    {
        var (html, at) = (new StringBuilder(), paragraph.Start.Value);
        foreach (var link in rendition.Facets.Where(facet => facet.Kind == FacetKind.Link && facet.Start >= paragraph.Start.Value && facet.Start + facet.Length <= paragraph.End.Value))
        {
            html.Append(Lines(rendition.Text[at..link.Start])).Append("<a href=\"").Append(Encode(link.Target)).Append("\">")
                .Append(Encode(rendition.Text.Substring(link.Start, link.Length))).Append("</a>");
            at = link.Start + link.Length;
        }

        return html.Append(Lines(rendition.Text[at..paragraph.End])).ToString();
    }

    private static string Lines(string text) => Encode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Only what HTML must have written otherwise: the site keeps the rest as it is.</summary>
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
