using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Comms.Core.Channels.Html;

/// <summary>
/// The words of a message that comes as HTML. Nothing of it is ever shown as HTML, nothing in it runs, and nothing that it
/// points to is fetched. Compiled into each adapter that reads HTML.
/// </summary>
internal static partial class HtmlWords
{
    /// <summary>The words, with a line break for each break and a blank line between paragraphs.</summary>
    /// <param name="html">As the server gives it. What is nested too deeply to be meant is left out from there on.</param>
    public static string Of(string html)
    {
        var words = new StringBuilder();
        using var page = new HtmlParser().ParseDocument(HtmlDepth.Bounded(html));
        for (INode? node = page.Body; node is not null; node = Next(node, page.Body!, words))
        {
            words.Append(node switch
            {
                IText text => text.Data,
                IElement { LocalName: "br" } => "\n",
                _ => "",
            });
        }

        return Blanks().Replace(Edges().Replace(words.ToString(), "\n"), "\n\n").Trim();
    }

    /// <summary>The node after this one in the order of the text; null at the end.</summary>
    private static INode? Next(INode node, INode root, StringBuilder words)
    {
        if (node is not IElement { LocalName: "script" or "style" or "template" or "noscript" } && node.FirstChild is { } child)
        {
            return child;
        }

        for (; node != root; node = node.Parent!)
        {
            words.Append(node is IElement { LocalName: "p" or "div" or "li" or "blockquote" or "tr" or "h1" or "h2" or "h3" } ? "\n\n" : "");
            if (node.NextSibling is { } sibling)
            {
                return sibling;
            }
        }

        return null;
    }

    [GeneratedRegex(@"[^\S\n]*\n[^\S\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Edges();

    [GeneratedRegex("\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
