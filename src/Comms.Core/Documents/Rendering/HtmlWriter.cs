using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>Writes elements that always close and text that is always escaped: there is no way to write raw HTML.</summary>
/// <param name="fragment">
/// Whether a part of a page is written, as WordPress keeps it: an apostrophe as it is, and a stroke in what has no content.
/// </param>
internal sealed class HtmlWriter(bool fragment = false)
{
    private readonly StringBuilder _page = new(fragment ? "" : "<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes, ">");
        _open.Push(element);
        return this;
    }

    /// <summary>Writes an element that has no content, as a picture.</summary>
    public HtmlWriter Single(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes, fragment ? " />" : ">");
        return this;
    }

    /// <summary>Writes each run of a line, with its weight.</summary>
    public HtmlWriter Runs(InlineText text, Action<Inline> write)
    {
        foreach (var run in text.Runs)
        {
            if (run.Strong)
            {
                Open("strong");
            }

            write(run);
            if (run.Strong)
            {
                Close();
            }
        }

        return this;
    }

    /// <summary>Writes a comment by which WordPress knows a block.</summary>
    public HtmlWriter Comment(BlockComment comment)
    {
        _page.Append(comment.Text);
        return this;
    }

    public HtmlWriter Text(string text)
    {
        Escape(DisplayText.Clean(text), isText: true);
        return this;
    }

    /// <summary>Writes an element that holds text alone.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>Writes words that read in a direction of their own, whatever stands around them.</summary>
    public HtmlWriter Apart(string text) => Element("span", text, ("dir", "auto"));

    public HtmlWriter Close()
    {
        _page.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    public HtmlWriter Line()
    {
        _page.Append('\n');
        return this;
    }

    /// <summary>The stylesheet is ours and has no character that HTML would read; the proof compares it whole.</summary>
    public HtmlWriter Style(string stylesheet)
    {
        _page.Append("<style>").Append(stylesheet).Append("</style>");
        return this;
    }

    public override string ToString() => _page.ToString();

    private void Tag(string element, ReadOnlySpan<(string Name, string Value)> attributes, string end)
    {
        _page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _page.Append(' ').Append(name).Append("=\"");
            Escape(DisplayText.Clean(value), isText: false);
            _page.Append('"');
        }

        _page.Append(end);
    }

    private void Escape(string text, bool isText)
    {
        foreach (var (at, each) in text.Index())
        {
            _ = each switch
            {
                '&' => _page.Append("&amp;"),
                '<' => _page.Append("&lt;"),
                '>' => _page.Append("&gt;"),
                '"' => _page.Append("&quot;"),
                '\'' when !fragment => _page.Append("&#39;"),
                // WordPress would obey a word in brackets, and fetch an address that stands alone.
                '[' when fragment => _page.Append("&#091;"),
                ':' when fragment && isText && text.AsSpan(at).StartsWith("://") => _page.Append("&#058;"),
                _ => _page.Append(each),
            };
        }
    }
}
