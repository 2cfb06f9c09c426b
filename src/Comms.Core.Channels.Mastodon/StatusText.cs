using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Comms.Core.Channels.Mastodon;

/// <summary>The words of a post, from the HTML in which the server gives them. Nothing of it is ever shown as HTML.</summary>
internal static partial class StatusText
{
    public static string Of(string html)
    {
        var words = new StringBuilder();
        Add(new HtmlParser().ParseDocument(html).Body, words);
        return Lines().Replace(words.ToString(), "\n\n").Trim();
    }

    /// <summary>Whether a post that stands says what was sent. White space and the hosts of mentions differ from server to server.</summary>
    public static bool Same(string standing, string sent) => Bare(standing).Equals(Bare(sent), StringComparison.Ordinal);

    private static string Bare(string text) => Space().Replace(Host().Replace(text, "$1"), "");

    private static void Add(INode? node, StringBuilder words)
    {
        switch (node)
        {
            case IText text:
                words.Append(text.Data);
                break;
            case IElement { LocalName: "br" }:
                words.Append('\n');
                break;
            case IElement { LocalName: "script" or "style" }:
                break;
            case IElement element:
                foreach (var child in element.ChildNodes)
                {
                    Add(child, words);
                }

                words.Append(element.LocalName is "p" or "div" or "li" or "blockquote" ? "\n\n" : "");
                break;
        }
    }

    [GeneratedRegex("\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(@"(@\w+)@[\w.:-]*\w", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
