namespace Comms.Core.Markup;

/// <summary>A block of markup in the JSON of a document.</summary>
/// <param name="At">Which block it is, from 0.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after it.</param>
/// <param name="IsHtml">Whether it is HTML, and not Markdown.</param>
/// <param name="Text">The source.</param>
internal sealed record MarkupSource(int At, int Start, int End, bool IsHtml, string Text)
{
    public MarkupReading Read() => IsHtml ? MarkupReader.ReadHtml(Text) : MarkupReader.ReadMarkdown(Text);
}
