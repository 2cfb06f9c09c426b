using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>Writes elements that always close and text that is always escaped: there is no way to write raw HTML.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _page = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Writes an element that has no content, as a picture.</summary>
    public HtmlWriter Single(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes);
        return this;
    }

    public HtmlWriter Text(string text)
    {
        Escape(DisplayText.Clean(text));
        return this;
    }

    /// <summary>Writes an element that holds text alone.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

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

    private void Tag(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _page.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            _page.Append(' ').Append(name).Append("=\"");
            Escape(DisplayText.Clean(value));
            _page.Append('"');
        }

        _page.Append('>');
    }

    private void Escape(string text)
    {
        foreach (var each in text)
        {
            _ = each switch
            {
                '&' => _page.Append("&amp;"),
                '<' => _page.Append("&lt;"),
                '>' => _page.Append("&gt;"),
                '"' => _page.Append("&quot;"),
                '\'' => _page.Append("&#39;"),
                _ => _page.Append(each),
            };
        }
    }
}
