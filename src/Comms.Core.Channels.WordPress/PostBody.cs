using System.Globalization;
using System.Text;

namespace Comms.Core.Channels.WordPress;

/// <summary>The blocks of a post: paragraphs with their links, and pictures with their descriptions. Nothing else can be said.</summary>
internal static class PostBody
{
    private const int LongestTitle = 80;

    /// <summary>The first line where more follows; else the beginning of the text, cut between words, with the whole as body.</summary>
    public static string Title(string text)
    {
        var line = text.Trim().Split('\n')[0].Trim();
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', LongestTitle);
        return line[..(space > 0 ? space : new StringInfo(line).SubstringByTextElements(0, LongestTitle / 2).Length)] + "…";
    }

    public static string Blocks(Rendition rendition, IReadOnlyList<(StoredMedia Stored, string Alt)> pictures)
    {
        var (text, at) = (rendition.Text, Body(rendition.Text));
        var blocks = new StringBuilder();
        foreach (var paragraph in Paragraphs(text, at))
        {
            blocks.Append("<!-- wp:paragraph -->\n<p>").Append(Linked(rendition, paragraph)).Append("</p>\n<!-- /wp:paragraph -->\n\n");
        }

        foreach (var (stored, alt) in pictures)
        {
            blocks.Append(CultureInfo.InvariantCulture, $"<!-- wp:image {{\"id\":{stored.Id}}} -->\n<figure class=\"wp-block-image\"><img src=\"{Encode(stored.SourceUrl)}\" alt=\"{Encode(alt)}\" class=\"wp-image-{stored.Id}\" /></figure>\n<!-- /wp:image -->\n\n");
        }

        return blocks.ToString().TrimEnd('\n');
    }

    /// <summary>Where the body begins: after a title line that more follows.</summary>
    private static int Body(string text)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return end > 0 && end <= LongestTitle && trimmed[end..].Trim().Length > 0 ? text.Length - trimmed.Length + end : 0;
    }

    private static IEnumerable<Range> Paragraphs(string text, int from)
    {
        for (var start = from; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            var (first, last) = (start, end);
            while (first < last && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                yield return first..last;
            }

            start = end + 1;
        }
    }

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
