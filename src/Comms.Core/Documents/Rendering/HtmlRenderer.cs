namespace Comms.Core.Documents.Rendering;

/// <summary>Renders one page.</summary>
internal sealed class HtmlRenderer(HtmlForm form) : IBlockWriter
{
    private readonly HtmlWriter _page = new();
    private readonly HeadingOrder _headings = new();

    public static string Render(Document document, HtmlForm form)
    {
        var renderer = new HtmlRenderer(form);
        renderer.Head(document);
        foreach (var block in document.Blocks)
        {
            block.ShowOn(renderer);
            renderer._page.Line();
        }

        return renderer._page.Close().Close().Close().Line().ToString();
    }

    public void Show(Heading block) => _page.Element(Level(block), block.Text, ("dir", "auto"));

    public void Show(Paragraph block) => Inlines(_page.Open("p", ("dir", "auto")), block.Text).Close();

    public void Show(Callout block)
    {
        _page.Open("aside", ("class", "callout"));
        Inlines(_page.Open("p", ("dir", "auto")), block.Text).Close().Close();
    }

    public void Show(Quote block)
    {
        _page.Open("figure", ("class", "quote")).Element("blockquote", block.Text, ("dir", "auto"));
        if (block.Credit is not null || block.Url is not null)
        {
            Link(_page.Open("figcaption"), Phrases.Label(block.Credit ?? "", block.Url), block.Url).Close();
        }

        _page.Close();
    }

    public void Show(MessageCard block) => HtmlCard.Write(_page, block);

    public void Show(ListBlock block)
    {
        _page.Open(block.Ordered ? "ol" : "ul").Line();
        foreach (var item in block.Items)
        {
            Inlines(_page.Open("li", ("dir", "auto")), item).Close().Line();
        }

        _page.Close();
    }

    public void Show(LinkBlock block) => Link(_page.Open("p", ("class", "link")), block.Text, block.Url).Close();

    public void Show(ImageBlock block)
    {
        _page.Open("figure", ("class", "picture"));
        if (form.Shows(block.Url))
        {
            _page.Single("img", ("src", WebAddress.Written(block.Url)), ("alt", block.Alt), ("loading", "lazy"), ("referrerpolicy", "no-referrer"));
        }
        else
        {
            Link(_page.Open("p"), block.Alt, block.Url).Close();
        }

        if (block.Credit is { } caption)
        {
            _page.Element("figcaption", caption, ("dir", "auto"));
        }

        _page.Close();
    }

    public void Show(EmbedCard block)
    {
        _page.Open("figure", ("class", "embed"));
        if (block.Picture is { } picture && form.Shows(picture))
        {
            _page.Single("img", ("src", WebAddress.Written(picture)), ("alt", ""), ("loading", "lazy"), ("referrerpolicy", "no-referrer"));
        }

        Link(_page.Open("p"), block.Text, block.Url).Close();
        if (block.Credit is { } author)
        {
            _page.Open("figcaption").Apart(author).Close();
        }

        _page.Close();
    }

    public void Show(Table block) => HtmlTable.Write(_page, block);

    public void Show(FigureRow block)
    {
        _page.Open("dl", ("class", "figures")).Line();
        foreach (var figure in block.Figures)
        {
            _page.Open("div").Element("dt", figure.Label).Element("dd", figure.Value, ("class", "value"));
            if (figure.Note is { } note)
            {
                _page.Element("dd", note, ("class", "note"));
            }

            _page.Close().Line();
        }

        _page.Close();
    }

    public void Show(ShareBar block) => HtmlShares.Write(_page, block);

    /// <summary>A link where the address allows it; elsewhere the words with the address behind them, as text.</summary>
    /// <param name="page">Where it is written.</param>
    /// <param name="text">Its words.</param>
    /// <param name="url">Where it leads.</param>
    /// <param name="style">Its own look; null where a stylesheet says it.</param>
    public static HtmlWriter Link(HtmlWriter page, string text, string? url, string? style = null)
    {
        var label = Phrases.Label(text, url);
        if (WebAddress.CanLink(url))
        {
            ReadOnlySpan<(string Name, string Value)> look = style is null ? [] : [("style", style)];
            return page.Open("a", [("href", WebAddress.Written(url!)), ("rel", "noopener noreferrer"), .. look]).Apart(label).Close();
        }

        page.Open("span").Apart(label);
        return string.IsNullOrEmpty(url) || url == label ? page.Close() : page.Text(" (").Apart(url).Text(")").Close();
    }

    public static HtmlWriter Inlines(HtmlWriter page, InlineText text, string? linkStyle = null) =>
        page.Runs(text, run => _ = run.Url is null ? page.Text(run.Text) : Link(page, run.Text, run.Url, linkStyle));

    private void Head(Document document)
    {
        _page.Open("html", ("lang", LanguageTag.Checked(document.Language))).Line()
            .Open("head").Line()
            .Single("meta", ("charset", "utf-8")).Line()
            .Single("meta", ("http-equiv", "Content-Security-Policy"), ("content", form.Policy!)).Line()
            .Single("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line()
            .Single("meta", ("name", "referrer"), ("content", "no-referrer")).Line()
            .Single("meta", ("name", "color-scheme"), ("content", "light dark")).Line()
            .Element("title", DisplayText.Line(document.Title)).Line()
            .Style(HtmlPage.Stylesheet).Line().Close().Line()
            .Open("body").Line().Open("main").Line().Open("header", ("class", "top"));
        if (document.Series is { } series)
        {
            _page.Element("p", series, ("class", "series"), ("dir", "auto"));
        }

        _page.Element("h1", document.Title, ("dir", "auto")).Close().Line();
    }

    private string Level(Heading block) => "h" + (char)('0' + _headings.Next(block.Level));
}
