using System.Text;
using Comms.Core.Text;

namespace Comms.Core.Documents.Rendering;

/// <summary>Renders words alone: every link's address stands behind its words.</summary>
internal sealed class PlainTextRenderer : IBlockWriter
{
    private readonly StringBuilder _page = new();

    public static string Render(Document document) => Render(document, []);

    /// <param name="document">What to render.</param>
    /// <param name="quoted">Takes where words of others stand: quotations, messages and posts.</param>
    public static string Render(Document document, List<Range> quoted)
    {
        var renderer = new PlainTextRenderer();
        if (document.Series is { } series)
        {
            renderer.Block(DisplayText.Line(series));
        }

        var title = DisplayText.Line(document.Title);
        renderer.Block(title + "\n" + new string('=', Math.Min(title.Length, 72)));
        foreach (var block in document.Blocks)
        {
            var start = renderer._page.Length;
            block.ShowOn(renderer);
            if (block is Quote or MessageCard or EmbedCard)
            {
                quoted.Add(start..(renderer._page.Length - 1));
            }
        }

        return renderer._page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>One block alone, as it stands in a document.</summary>
    public static string Render(Block block)
    {
        var renderer = new PlainTextRenderer();
        block.ShowOn(renderer);
        return renderer._page.ToString().TrimEnd('\n');
    }

    /// <summary>How many words <see cref="Render(Block)"/> shows of a message, counted without showing it.</summary>
    public static int Words(MessageCard block)
    {
        var words = ReadingTime.Words(DisplayText.Clean(block.Text)) + (block.At is null ? 0 : Phrases.WordsOfTime);
        words += Words(block.Author ?? Phrases.Anonymous) + Words(block.Source) + Words(block.Alert) + Words(block.Url);
        words += Words(Phrases.Tone(block.Tone)) + (block.Excerpt ? Words(Phrases.Excerpt) : 0) + Words(Phrases.Licence(block.Licence));
        words += block.Marks.Count == 0 ? 0 : block.Marks.Sum(Words);
        return block.Others.Count == 0 ? words
            : words + Words(Phrases.Others(block.Others.Count)) + block.Others.Sum(other => Words(Link(other.Label, other.Url)));
    }

    private static int Words(string? line) => string.IsNullOrEmpty(line) ? 0 : ReadingTime.Words(DisplayText.Line(line));

    public void Show(Heading block)
    {
        var text = DisplayText.Line(block.Text);
        Block(text + "\n" + new string('-', Math.Min(text.Length, 72)));
    }

    public void Show(Paragraph block) => Block(Inlines(block.Text));

    public void Show(Callout block) => Block("Note: " + Inlines(block.Text));

    public void Show(Quote block)
    {
        var source = block.Credit is null && block.Url is null ? "" : "\n" + Link(Phrases.Label(block.Credit ?? "", block.Url), block.Url);
        Block(Quoted(block.Text) + source);
    }

    public void Show(MessageCard block)
    {
        var who = string.Join(" · ", Parts(block.Author ?? Phrases.Anonymous, block.Source, block.At is { } at ? Phrases.Time(at) : null));
        var marks = string.Join(" · ", Parts([block.Alert, .. Phrases.Marks(block), block.Url]));
        var others = block.Others.Select(other => "  - " + Link(other.Label, other.Url));
        string[] lines = [who, Quoted(block.Text), marks, block.Others.Count == 0 ? "" : Phrases.Others(block.Others.Count) + ":", .. others];
        Block(string.Join("\n", lines.Where(line => line.Length > 0)));
    }

    public void Show(ListBlock block) =>
        Block(string.Join("\n", block.Items.Select((item, at) => (block.Ordered ? Number(at + 1) : "- ") + Inlines(item))));

    public void Show(LinkBlock block) => Block(Link(block.Text, block.Url));

    public void Show(ImageBlock block) =>
        Block(Link(block.Alt, block.Url) + (block.Credit is { } caption ? "\n" + DisplayText.Line(caption) : ""));

    public void Show(EmbedCard block) => Block(string.Join(", ", Parts(Link(block.Text, block.Url), block.Credit)));

    public void Show(Table block)
    {
        var rows = block.Grid().Select(row => "- " + string.Join("; ", row.Select((cell, at) =>
            at == 0 ? DisplayText.Line(cell) : DisplayText.Line(block.Columns[at].Name) + ": " + DisplayText.Line(cell))));
        Block(string.Join("\n", [DisplayText.Line(block.Caption), .. rows]));
    }

    public void Show(FigureRow block) => Block(string.Join("\n", block.Figures.Select(figure =>
        $"{DisplayText.Line(figure.Label)}: {DisplayText.Line(figure.Value)}"
        + (figure.Note is { } note ? $" ({DisplayText.Line(note)})" : ""))));

    public void Show(ShareBar block) =>
        Block(string.Join("\n", [DisplayText.Line(block.Caption), .. block.Shares.Select(share => "- " + DisplayText.Line(Phrases.Share(block, share)))]));

    private static string Link(string text, string? url)
    {
        var label = DisplayText.Line(Phrases.Label(text, url));
        return string.IsNullOrEmpty(url) || url == label ? label : $"{label} ({DisplayText.Line(url)})";
    }

    private static string Inlines(InlineText text) => DisplayText.Line(string.Concat(text.Runs.Select(run =>
        run.Url is null ? run.Text : Link(run.Text, run.Url))));

    private static string Quoted(string text) =>
        string.Join("\n", DisplayText.Clean(text).Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line));

    private static IEnumerable<string> Parts(params IEnumerable<string?> parts) =>
        parts.Where(part => !string.IsNullOrEmpty(part)).Select(part => DisplayText.Line(part!));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ". ";

    private void Block(string text) => _page.Append(text).Append("\n\n");
}
