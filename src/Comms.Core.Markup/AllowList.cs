using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Comms.Core.Markup;

/// <summary>The elements, attributes and schemes that are read at all. The tree after it cannot say more in any case.</summary>
internal static class AllowList
{
    private static readonly string[] Elements =
    [
        "a", "abbr", "address", "article", "aside", "audio", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details",
        "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe",
        "img", "ins", "li", "main", "mark", "ol", "p", "pre", "q", "s", "section", "small", "source", "span", "strong", "sub", "summary", "sup",
        "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "video",
    ];

    private static readonly HtmlSanitizer Sanitizer = Create();

    /// <summary>What holds no words for a reader, so that not even its text is kept.</summary>
    private const string Wordless =
        "script, style, template, noscript, noembed, noframes, head, title, object, applet, svg, math, select, textarea, xmp, plaintext, [hidden]";

    /// <summary>Takes out of a page whatever is not allowed, and keeps the words that stood in it.</summary>
    public static void Apply(IHtmlDocument page, Uri? address)
    {
        foreach (var element in page.QuerySelectorAll(Wordless))
        {
            element.Remove();
        }

        Sanitizer.SanitizeDom(page, page.Body, address?.AbsoluteUri ?? "");
    }

    private static HtmlSanitizer Create()
    {
        // Options of one's own would start with no attribute known to hold an address, and so with none checked.
        var sanitizer = new HtmlSanitizer { KeepChildNodes = true, AllowDataAttributes = false };
        sanitizer.AllowedTags.Clear();
        sanitizer.AllowedTags.UnionWith(Elements);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "src", "alt", "title", "cite"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto"]);
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedClasses.Clear();
        return sanitizer;
    }
}
