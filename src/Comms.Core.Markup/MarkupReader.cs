using System.Globalization;
using Comms.Core.Channels.Html;
using Comms.Core.Documents;
using Markdig;

namespace Comms.Core.Markup;

/// <summary>
/// Reads Markdown and HTML of strangers into blocks. What a block cannot say is lost on purpose: script, event handlers,
/// frames, forms, styles. Words, links, pictures, lists, quotes and tables stay; a frame or a film becomes a card with its
/// link. Safe for concurrent use.
/// </summary>
public static class MarkupReader
{
    /// <summary>Deeper than the layout of any newsletter; what is read grows with the square of it.</summary>
    private const int Deepest = 200;

    // Raw HTML in Markdown is shown as the words it is. What links Markdown makes is judged after, as in any HTML.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().DisableHtml().Build();

    /// <summary>Reads HTML: a page, or a part of one, however broken.</summary>
    /// <param name="html">The source.</param>
    /// <param name="address">Where it came from, against which relative links are read; null leaves them as they stand.</param>
    public static MarkupReading ReadHtml(string html, Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var bounded = HtmlDepth.Bounded(html, Deepest);
        return new MarkupReading(
            BlockReader.Read(bounded, address),
            bounded.Length == html.Length ? [] : [string.Create(CultureInfo.InvariantCulture, $"The HTML is nested too deeply to be meant; it was read up to character {bounded.Length}.")]);
    }

    /// <summary>Reads CommonMark with pipe tables and bare links. HTML within it is words, not markup.</summary>
    /// <param name="source">The source. One that no one can have meant is read as words alone.</param>
    /// <param name="address">Where it came from, against which relative links are read; null leaves them as they stand.</param>
    public static MarkupReading ReadMarkdown(string source, Uri? address = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (MarkdownBounds.Broken(source) is { } why)
        {
            return AsWords(source, why);
        }

        string html;
        try
        {
            html = Markdown.ToHtml(source, Pipeline);
        }
        catch (ArgumentException)
        {
            // This is how the parser says that a source is nested deeper than it will go; it takes any other.
            return AsWords(source, "is nested too deeply to be meant");
        }

        return ReadHtml(html, address);
    }

    private static MarkupReading AsWords(string source, string why) =>
        new([new Paragraph(source)], [$"The Markdown {why}; it is shown as words."]);
}
