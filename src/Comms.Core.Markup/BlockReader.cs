using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>
/// Walks what the allow-list left of a page, and says it in blocks. It never goes deeper than the bound on how deeply HTML
/// may be nested, which is kept before it is parsed.
/// </summary>
internal sealed class BlockReader
{
    private readonly List<Block> _blocks = [];
    private readonly LineReader _line = new();

    public static IReadOnlyList<Block> Read(string html, Uri? address)
    {
        using var page = new HtmlParser().ParseDocument(html);
        if (page.Body is not { } body)
        {
            return [];
        }

        AllowList.Apply(page, address);
        return new BlockReader().Within(body);
    }

    /// <summary>What an element holds, by itself; a link that it stands in leads on through it.</summary>
    private List<Block> Within(INode node)
    {
        var reader = new BlockReader { _line = { Url = _line.Url } };
        reader.Walk(node);
        reader.End();
        _line.Saw(reader._line.Shown);
        return reader._blocks;
    }

    private void Walk(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    _line.Text(text.Data);
                    break;
                case IElement element:
                    Show(element);
                    break;
            }
        }
    }

    private void Show(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _line.Break();
                break;
            case "strong" or "b":
                Strong(element);
                break;
            case "a":
                Link(element);
                break;
            case "q":
                _line.Text("“");
                Walk(element);
                _line.Text("”");
                break;
            case "abbr" or "cite" or "code" or "del" or "em" or "i" or "ins" or "mark" or "s" or "small" or "span" or "sub" or "sup" or "time" or "u":
                Walk(element);
                break;
            default:
                Apart(element);
                break;
        }
    }

    /// <summary>What stands on lines of its own.</summary>
    private void Apart(IElement element)
    {
        End();
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Heading(element);
                break;
            case "pre":
                _line.Verbatim = true;
                Walk(element);
                _line.Verbatim = false;
                break;
            case "dt" or "summary":
                Strong(element);
                break;
            case "blockquote":
                _blocks.AddRange(QuoteReader.Read(element, Within));
                break;
            case "ul" or "ol":
                List(element);
                break;
            case "table" when TableReader.HasHeadings(element):
                _blocks.AddRange(TableReader.Read(element, captioned: null, Within));
                break;
            case "img":
                _blocks.AddRange(MediaReader.Picture(element, caption: null));
                break;
            case "figure":
                Figure(element);
                break;
            case "iframe" or "video" or "audio":
                _blocks.AddRange(MediaReader.Embed(element));
                break;
            default:
                Walk(element);
                break;
        }

        End();
    }

    private void End()
    {
        if (_line.Take() is { } line)
        {
            _blocks.Add(new Paragraph(line));
        }
    }

    private void Strong(IElement element)
    {
        var before = _line.Strong;
        _line.Strong = true;
        Walk(element);
        _line.Strong = before;
    }

    private void Link(IElement element)
    {
        var (before, shown) = (_line.Url, _line.Shown);
        _line.Url = MediaReader.Address(element, "href") ?? before;
        Walk(element);
        if (_line.Shown == shown && _line.Url is { } url && url != before)
        {
            // A link around a picture, or one that a style would have shown, still leads somewhere.
            _line.Text(MediaReader.Words(element.QuerySelector("img[alt]")?.GetAttribute("alt")) ?? url);
        }

        _line.Url = before;
    }

    private void Heading(IElement element)
    {
        var said = Saying.Of(Within(element));
        if (said.Line is { Length: > 0 } words)
        {
            _blocks.Add(new Heading(words, Math.Max(2, element.LocalName[1] - '0')));
        }

        _blocks.AddRange(said.Beside);
    }

    private void List(IElement element)
    {
        var list = new ListReader();
        foreach (var child in element.ChildNodes)
        {
            if (child is IElement item)
            {
                list.Item(Within(item));
            }
            else if (child is IText { Data: var stray })
            {
                _line.Text(stray);
            }
        }

        End();
        _blocks.AddRange(list.Blocks(ordered: element.LocalName == "ol"));
    }

    /// <summary>A picture or a table with the line beneath it; any other figure is read as what stands in it.</summary>
    private void Figure(IElement element)
    {
        if (element.QuerySelector("figcaption") is not { } caption || element.QuerySelectorAll("img[src], table") is not [var shown]
            || (shown.LocalName == "table" && !TableReader.HasHeadings(shown)))
        {
            Walk(element);
            return;
        }

        caption.Remove();
        if (shown.LocalName == "table")
        {
            _blocks.AddRange(TableReader.Read(shown, caption, Within));
        }
        else
        {
            var said = Saying.Of(Within(caption));
            _blocks.AddRange(MediaReader.Picture(shown, said.Line));
            _blocks.AddRange(said.Beside);
        }

        shown.Remove();
        Walk(element);
    }
}
