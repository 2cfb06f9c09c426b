using System.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>Renders CommonMark with tables.</summary>
internal sealed class MarkdownRenderer : IBlockWriter
{
    private readonly StringBuilder _page = new();
    private readonly HeadingOrder _headings = new();

    public static string Render(Document document)
    {
        var renderer = new MarkdownRenderer();
        if (document.Series is { } series)
        {
            renderer.Block(MarkdownText.Line(series));
        }

        renderer.Block("# " + MarkdownText.Line(document.Title));
        foreach (var block in document.Blocks)
        {
            block.ShowOn(renderer);
        }

        return renderer._page.ToString().TrimEnd('\n') + "\n";
    }

    public void Show(Heading block) => Block(new string('#', _headings.Next(block.Level)) + " " + MarkdownText.Line(block.Text));

    public void Show(Paragraph block) => Block(Inlines(block.Text));

    public void Show(Callout block) => Block("> **Note:** " + Inlines(block.Text));

    public void Show(Quote block)
    {
        var words = Quoted(block.Text);
        var source = block.Credit is null && block.Url is null ? "" : "\n>\n> " + Link(Phrases.Label(block.Credit ?? "", block.Url), block.Url);
        Block(words + source);
    }

    public void Show(MessageCard block)
    {
        Block(MarkdownCard.Who(block) + "\n\n" + Quoted(block.Text) + MarkdownCard.Marks(block));
        if (block.Others.Count > 0)
        {
            Block(Phrases.Others(block.Others.Count) + ": " + string.Join(", ", block.Others.Select(other => Link(other.Label, other.Url))));
        }
    }

    public void Show(ListBlock block) =>
        Block(string.Join("\n", block.Items.Select((item, at) => (block.Ordered ? Number(at + 1) : "- ") + Inlines(item))));

    public void Show(LinkBlock block) => Block(Link(block.Text, block.Url));

    public void Show(ImageBlock block)
    {
        var picture = WebAddress.CanShowPicture(block.Url)
            ? $"![{MarkdownText.Line(block.Alt)}]({MarkdownText.Target(block.Url)})"
            : Link(block.Alt, block.Url);
        Block(block.Credit is { } caption ? picture + "\n\n" + MarkdownText.Line(caption) : picture);
    }

    public void Show(EmbedCard block) => Block(
        (block.ShownPicture is { } picture ? $"![]({MarkdownText.Target(picture)})\n\n" : "")
        + Link(block.Text, block.Url) + (block.Credit is { } author ? ", " + MarkdownText.Line(author) : ""));

    public void Show(Table block)
    {
        Block("**" + MarkdownText.Line(block.Caption) + "**");
        var rules = block.Columns.Select(column => column.Numeric ? "---:" : "---");
        string[] lines = [Row(block.Columns.Select(column => column.Name)), "| " + string.Join(" | ", rules) + " |", .. block.Grid().Select(Row)];
        Block(string.Join("\n", lines));
    }

    public void Show(FigureRow block) => Block(string.Join("\n", block.Figures.Select(figure =>
        $"- **{MarkdownText.Line(figure.Value)}** {MarkdownText.Line(figure.Label)}"
        + (figure.Note is { } note ? $" ({MarkdownText.Line(note)})" : ""))));

    public void Show(ShareBar block) =>
        Block(MarkdownText.Line(block.Caption) + ": "
            + string.Join("; ", block.Shares.Select(share => MarkdownText.Line(Phrases.Share(block, share)))));

    /// <summary>A link where the address allows it; elsewhere the words with the address behind them, as text.</summary>
    public static string Link(string text, string? url)
    {
        var label = MarkdownText.Line(Phrases.Label(text, url));
        return WebAddress.CanLink(url) ? $"[{label}]({MarkdownText.Target(url!)})"
            : string.IsNullOrEmpty(url) || url == text ? label
            : $"{label} ({MarkdownText.Line(url)})";
    }

    private static string Inlines(InlineText text)
    {
        var line = string.Concat(text.Runs.Select(run => run switch
        {
            { Url: { } url, Strong: true } => "**" + Link(run.Text, url) + "**",
            { Url: { } url } => Link(run.Text, url),
            { Strong: true } => "**" + MarkdownText.Run(run.Text).Trim() + "**",
            _ => MarkdownText.Run(run.Text),
        }));
        return line.Trim();
    }

    private static string Quoted(string text) => string.Join("\\\n", MarkdownText.Lines(text).Select(line => "> " + line))
        .Replace("> \\\n", ">\n", StringComparison.Ordinal).Replace("\\\n>\n", "\n>\n", StringComparison.Ordinal);

    private static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells.Select(MarkdownText.Line)) + " |";

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ". ";

    private void Block(string text) => _page.Append(text).Append("\n\n");
}
