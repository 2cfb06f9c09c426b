namespace Comms.Core.Documents.Rendering;

/// <summary>
/// Renders the HTML half of an e-mail: one column in a table, each element with its own look, nothing that unfolds. A bar
/// of shares is told in words alone, since the programs in use draw none alike.
/// </summary>
internal sealed class EmailRenderer : IBlockWriter
{
    private readonly HtmlWriter _page = new();
    private readonly HeadingOrder _headings = new();

    public static string Render(Document document)
    {
        var renderer = new EmailRenderer();
        renderer.Head(document);
        foreach (var block in document.Blocks)
        {
            block.ShowOn(renderer);
            renderer._page.Line();
        }

        return renderer._page.Close().Close().Close().Close().Line().Close().Close().Close().Close().Line().Close().Close().Line().ToString();
    }

    public void Show(Heading block)
    {
        var level = _headings.Next(block.Level);
        var style = level switch { 2 => EmailStyle.Heading2, 3 => EmailStyle.Heading3, _ => EmailStyle.HeadingSmall };
        _page.Element("h" + (char)('0' + level), block.Text, ("style", style), ("dir", "auto"));
    }

    public void Show(Paragraph block) => Inlines(block.Text, EmailStyle.Paragraph);

    public void Show(Callout block)
    {
        _page.Open("div", ("style", EmailStyle.Callout));
        Inlines(block.Text, EmailStyle.Item);
        _page.Close();
    }

    public void Show(Quote block)
    {
        _page.Open("blockquote", ("style", EmailStyle.Quote));
        EmailCard.Said(_page, block.Text);
        if (block.Credit is not null || block.Url is not null)
        {
            Link(_page.Open("p", ("style", EmailStyle.Small)), Phrases.Label(block.Credit ?? "", block.Url), block.Url).Close();
        }

        _page.Close();
    }

    public void Show(MessageCard block) => EmailCard.Write(_page, block);

    public void Show(ListBlock block)
    {
        _page.Open(block.Ordered ? "ol" : "ul", ("style", EmailStyle.List)).Line();
        foreach (var item in block.Items)
        {
            Runs(_page.Open("li", ("style", EmailStyle.Item), ("dir", "auto")), item).Close().Line();
        }

        _page.Close();
    }

    public void Show(LinkBlock block) => Link(_page.Open("p", ("style", EmailStyle.Paragraph)), block.Text, block.Url).Close();

    public void Show(ImageBlock block)
    {
        if (HtmlForm.Email.Shows(block.Url))
        {
            Picture(block.Url, block.Alt);
        }
        else
        {
            Link(_page.Open("p", ("style", EmailStyle.Paragraph)), block.Alt, block.Url).Close();
        }

        if (block.Credit is { } caption)
        {
            _page.Element("p", caption, ("style", EmailStyle.Small), ("dir", "auto"));
        }
    }

    public void Show(EmbedCard block)
    {
        _page.Open("div", ("style", EmailStyle.Box));
        if (block.ShownPicture is { } picture)
        {
            Picture(picture, alt: "");
        }

        Link(_page.Open("p", ("style", EmailStyle.Item)).Open("strong"), block.Text, block.Url).Close().Close();
        if (block.Credit is { } author)
        {
            _page.Open("p", ("style", EmailStyle.Small)).Apart(author).Close();
        }

        _page.Close();
    }

    public void Show(Table block)
    {
        _page.Open("table", ("style", EmailStyle.Table)).Element("caption", block.Caption, ("style", EmailStyle.Caption)).Line().Open("thead").Open("tr");
        foreach (var column in block.Columns)
        {
            _page.Element("th", column.Name, ("scope", "col"), ("style", column.Numeric ? EmailStyle.HeadNumber : EmailStyle.Head));
        }

        _page.Close().Close().Line().Open("tbody").Line();
        foreach (var row in block.Grid())
        {
            Row(row.Select((cell, at) => (cell, block.Columns[at].Numeric)));
        }

        _page.Close().Close();
    }

    public void Show(FigureRow block)
    {
        _page.Open("table", ("style", EmailStyle.Table)).Open("tbody").Line();
        foreach (var figure in block.Figures)
        {
            _page.Open("tr").Element("th", figure.Label, ("scope", "row"), ("style", EmailStyle.Cell)).Open("td", ("style", EmailStyle.CellNumber))
                .Element("strong", figure.Value, ("style", EmailStyle.Value));
            if (figure.Note is { } note)
            {
                _page.Element("p", note, ("style", EmailStyle.Small));
            }

            _page.Close().Close().Line();
        }

        _page.Close().Close();
    }

    public void Show(ShareBar block)
    {
        _page.Element("p", block.Caption, ("style", EmailStyle.Small)).Open("ul", ("style", EmailStyle.List));
        foreach (var share in block.Shares)
        {
            _page.Element("li", Phrases.Share(block, share), ("style", EmailStyle.Item));
        }

        _page.Close();
    }

    private static HtmlWriter Link(HtmlWriter page, string text, string? url) => HtmlRenderer.Link(page, text, url, EmailStyle.Link);

    private static HtmlWriter Runs(HtmlWriter page, InlineText text) => HtmlRenderer.Inlines(page, text, EmailStyle.Link);

    private void Inlines(InlineText text, string style) => Runs(_page.Open("p", ("style", style), ("dir", "auto")), text).Close();

    private void Picture(string url, string alt) =>
        _page.Open("p", ("style", EmailStyle.Paragraph)).Single("img", ("src", WebAddress.Written(url)), ("alt", alt), ("style", EmailStyle.Picture)).Close();

    private void Row(IEnumerable<(string Cell, bool Numeric)> row)
    {
        _page.Open("tr");
        foreach (var (at, (cell, numeric)) in row.Index())
        {
            var style = numeric ? EmailStyle.CellNumber : EmailStyle.Cell;
            _ = at == 0 ? _page.Element("th", cell, ("scope", "row"), ("style", style)) : _page.Element("td", cell, ("style", style));
        }

        _page.Close().Line();
    }

    private void Head(Document document)
    {
        _page.Open("html", ("lang", LanguageTag.Checked(document.Language))).Line()
            .Open("head").Line()
            .Single("meta", ("charset", "utf-8")).Line()
            .Single("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line()
            .Element("title", DisplayText.Line(document.Title)).Line().Close().Line()
            .Open("body", ("style", EmailStyle.Body)).Line();
        Layout(EmailStyle.Outer).Open("td", ("align", "center"));
        Layout(EmailStyle.Inner).Open("td", ("style", EmailStyle.Words)).Line();
        if (document.Series is { } series)
        {
            _page.Element("p", series, ("style", EmailStyle.Series), ("dir", "auto"));
        }

        _page.Element("h1", document.Title, ("style", EmailStyle.Title), ("dir", "auto")).Line();
    }

    /// <summary>A table that only lays out, as screen readers are told.</summary>
    private HtmlWriter Layout(string style) => _page.Open("table", ("role", "presentation"), ("style", style)).Open("tbody").Open("tr");
}
