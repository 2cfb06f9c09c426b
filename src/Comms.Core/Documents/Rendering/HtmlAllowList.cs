using System.Collections.Frozen;

namespace Comms.Core.Documents.Rendering;

/// <summary>Every element, attribute and value that a page of ours may have.</summary>
internal static class HtmlAllowList
{
    private const string SharePrefix = "--share:";

    private static readonly FrozenSet<string> Elements = new[]
    {
        "html", "head", "meta", "title", "style", "body", "main", "header", "aside", "h1", "h2", "h3", "h4", "h5", "h6",
        "p", "strong", "a", "br", "blockquote", "time", "ul", "ol", "li", "figure", "figcaption", "img", "div", "span",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "details", "summary",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> MetaValues = new[]
    {
        "charset=utf-8", "http-equiv=Content-Security-Policy", "name=viewport", "name=referrer", "name=color-scheme",
        "content=" + HtmlPage.ContentPolicy, "content=" + HtmlPage.SealedPolicy, "content=width=device-width, initial-scale=1", "content=no-referrer", "content=light dark",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FragmentElements = new[]
    {
        "h2", "h3", "h4", "h5", "h6", "p", "br", "strong", "a", "blockquote", "cite", "ul", "ol", "li", "figure", "figcaption", "img",
        "table", "caption", "thead", "tbody", "tr", "th", "td",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BlockClasses = new[]
    {
        "wp-block-heading", "wp-block-list", "wp-block-quote", "wp-block-image", "wp-block-table", "wp-element-caption",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(HtmlForm form, string element) => (form.IsFragment ? FragmentElements : Elements).Contains(element);

    public static bool Has(HtmlForm form, string element, string attribute, string value) =>
        HasAnywhere(form, element, attribute, value)
        || (form.IsFragment ? attribute == "class" && form.HasComments && BlockClasses.Contains(value) : HasInPage(form, element, attribute, value));

    private static bool HasAnywhere(HtmlForm form, string element, string attribute, string value) => (element, attribute) switch
    {
        ("a", "href") => WebAddress.CanLink(value),
        ("a", "rel") => value == "noopener noreferrer",
        ("img", "src") => form.Shows(value),
        ("img", "alt") => true,
        ("th", "scope") => value is "col" or "row",
        _ => false,
    };

    private static bool HasInPage(HtmlForm form, string element, string attribute, string value) => (element, attribute) switch
    {
        ("html", "lang") => value == LanguageTag.Checked(value),
        ("meta", _) => MetaValues.Contains(attribute + "=" + value),
        ("img", "loading") => value == "lazy",
        ("img", "referrerpolicy") => value == "no-referrer",
        ("time", "datetime") => value.All(each => char.IsAsciiDigit(each) || each is '-' or ':' or '+' or 'T'),
        ("div", "role") => value == "region",
        ("div", "tabindex") => value == "0",
        ("div", "aria-label") => true,
        ("div", "aria-hidden") => value == "true",
        ("span", "style") when form != HtmlForm.Email => value.StartsWith(SharePrefix, StringComparison.Ordinal) && value.Skip(SharePrefix.Length).All(char.IsAsciiDigit),
        ("table", "role") => value == "presentation",
        ("td", "align") => value == "center",
        (_, "style") => form == HtmlForm.Email && EmailStyle.All.Contains(value),
        (_, "class") => value.All(each => char.IsAsciiLetterLower(each) || each == ' '),
        (_, "dir") => value == "auto",
        _ => false,
    };
}
