using static Comms.Core.Documents.Rendering.BlockComment;

namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Renders what stands in a page of someone else: elements that WordPress lets an author keep, written as it keeps them,
/// and where wished the comments of its blocks around each. Source: the blocks' own save functions in
/// https://github.com/WordPress/gutenberg/tree/trunk/packages/block-library/src, read on 2026-11-28.
/// </summary>
internal sealed class WordPressRenderer(bool blocks) : IBlockWriter
{
    private readonly HtmlWriter _page = new(fragment: true);
    private readonly HeadingOrder _headings = new();
    private bool _follows;

    public static string Render(Document document, bool blocks)
    {
        var renderer = new WordPressRenderer(blocks);
        if (document.Series is { } series)
        {
            renderer.Show(new Paragraph(series));
        }

        foreach (var block in document.Blocks)
        {
            block.ShowOn(renderer);
        }

        return renderer._page.Line().ToString();
    }

    public void Show(Heading block)
    {
        var level = _headings.Next(block.Level);
        Block(Heading(level), () => Open("h" + (char)('0' + level), "wp-block-heading").Text(DisplayText.Line(block.Text)).Close());
    }

    public void Show(Paragraph block) => Words(() => FragmentText.Inlines(_page, block.Text));

    public void Show(Callout block) => Words(() =>
    {
        _page.Element("strong", "Note:").Text(" ");
        FragmentText.Inlines(_page, block.Text);
    });

    public void Show(Quote block) => Quoted(
        () => Words(() => FragmentText.Lines(_page, block.Text)),
        block.Credit is null && block.Url is null ? null : () => FragmentText.Link(_page, block.Credit ?? "", block.Url));

    public void Show(MessageCard block) => Quoted(
        () =>
        {
            Words(() => FragmentText.Lines(_page, block.Text));
            Marks(block);
            Others(block.Others);
        },
        () => Who(block));

    public void Show(ListBlock block) => List(block.Ordered, block.Items, item => FragmentText.Inlines(_page, item));

    public void Show(LinkBlock block) => Words(() => FragmentText.Link(_page, block.Text, block.Url));

    public void Show(ImageBlock block)
    {
        if (!HtmlForm.Fragment.Shows(block.Url))
        {
            Words(() => FragmentText.Link(_page, block.Alt, block.Url));
            if (block.Credit is { } told)
            {
                Words(() => FragmentText.Lines(_page, told));
            }

            return;
        }

        Block(Image, () =>
        {
            Open("figure", "wp-block-image").Single("img", ("src", WebAddress.Written(block.Url)), ("alt", DisplayText.Line(block.Alt)));
            Caption(block.Credit);
            _page.Close();
        });
    }

    public void Show(EmbedCard block)
    {
        if (block.ShownPicture is { } picture)
        {
            Show(new ImageBlock(picture, Alt: ""));
        }

        Words(() =>
        {
            _page.Open("strong");
            FragmentText.Link(_page, block.Text, block.Url);
            _page.Close().Text(block.Credit is { } author ? ", " + DisplayText.Line(author) : "");
        });
    }

    public void Show(Table block) => Block(BlockComment.Table, () =>
    {
        Open("figure", "wp-block-table").Open("table").Open("thead");
        Row("th", block.Columns.Select(column => column.Name));
        _page.Close().Open("tbody");
        foreach (var row in block.Grid())
        {
            Row("td", row);
        }

        _page.Close().Close();
        Caption(block.Caption);
        _page.Close();
    });

    public void Show(FigureRow block) => List(ordered: false, block.Figures, figure => _page.Element("strong", DisplayText.Line(figure.Value))
        .Text(" " + DisplayText.Line(figure.Label) + (figure.Note is { } note ? $" ({DisplayText.Line(note)})" : "")));

    public void Show(ShareBar block)
    {
        Words(() => FragmentText.Lines(_page, block.Caption + ":"));
        List(ordered: false, block.Shares, share => _page.Text(DisplayText.Line(Phrases.Share(block, share))));
    }

    /// <summary>A block between its comments, where these are wished, and a blank line before it but where it is the first.</summary>
    private void Block(BlockPair pair, Action write)
    {
        if (_follows)
        {
            _page.Line().Line();
        }

        if (blocks)
        {
            _page.Comment(pair.Opening).Line();
        }

        write();
        if (blocks)
        {
            _page.Line().Comment(pair.Closing);
        }

        _follows = true;
    }

    /// <summary>A block that holds others.</summary>
    private void Holder(string element, string blockClass, Action within)
    {
        Open(element, blockClass);
        _follows = false;
        within();
        _page.Close();
    }

    private HtmlWriter Open(string element, string blockClass) =>
        blocks ? _page.Open(element, ("class", blockClass)) : _page.Open(element);

    private void Words(Action write) => Block(BlockComment.Paragraph, () =>
    {
        _page.Open("p");
        write();
        _page.Close();
    });

    private void Quoted(Action words, Action? source) => Block(BlockComment.Quote, () => Holder("blockquote", "wp-block-quote", () =>
    {
        words();
        if (source is not null)
        {
            _page.Open("cite");
            source();
            _page.Close();
        }
    }));

    private void List<T>(bool ordered, IReadOnlyList<T> items, Action<T> write) => Block(ordered ? Numbers : Bullets, () => Holder(ordered ? "ol" : "ul", "wp-block-list", () =>
    {
        foreach (var item in items)
        {
            Block(Item, () =>
            {
                _page.Open("li");
                write(item);
                _page.Close();
            });
        }
    }));

    private void Row(string cell, IEnumerable<string> words)
    {
        _page.Open("tr");
        foreach (var each in words)
        {
            _page.Open(cell);
            FragmentText.Lines(_page, each);
            _page.Close();
        }

        _page.Close();
    }

    private void Caption(string? caption)
    {
        if (caption is not null)
        {
            Open("figcaption", "wp-element-caption").Text(DisplayText.Line(caption)).Close();
        }
    }

    private void Who(MessageCard card)
    {
        string?[] told = [card.Author ?? Phrases.Anonymous, card.Source, card.At is { } at ? Phrases.Time(at) : null];
        _page.Text(string.Join(" · ", told.OfType<string>().Select(DisplayText.Line)));
        if (card.Url is { } url)
        {
            _page.Text(" · ");
            FragmentText.Link(_page, Phrases.SeeOriginal, url);
        }
    }

    private void Marks(MessageCard card)
    {
        var words = string.Join(" · ", Phrases.Marks(card).Select(DisplayText.Line));
        if (card.Alert is null && words.Length == 0)
        {
            return;
        }

        Words(() =>
        {
            if (card.Alert is { } alert)
            {
                _page.Element("strong", DisplayText.Line(alert)).Text(words.Length > 0 ? " · " : "");
            }

            _page.Text(words);
        });
    }

    private void Others(IReadOnlyList<CardLink> others)
    {
        if (others.Count > 0)
        {
            Words(() => _page.Text(Phrases.Others(others.Count) + ":"));
            List(ordered: false, others, other => FragmentText.Link(_page, other.Label, other.Url));
        }
    }
}
