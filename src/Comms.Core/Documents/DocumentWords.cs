using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>A document in words alone, as <see cref="DocumentFormat.PlainText"/> says it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Quoted">Where words of others stand among them, in order: quotations, messages and posts.</param>
internal sealed record DocumentWords(string Text, IReadOnlyList<Range> Quoted)
{
    /// <summary>Whether what stands at a place of the text is somebody else's.</summary>
    public bool Quotes(int at) => Quoted.Any(range => at >= range.Start.Value && at < range.End.Value);

    /// <summary>What a document begins with: its first paragraph; null when it has none.</summary>
    public static string? Opening(Document document) => document.Blocks.OfType<Paragraph>().FirstOrDefault()?.Text.ToString();

    public static DocumentWords Of(Document document)
    {
        var quoted = new List<Range>();
        return new DocumentWords(PlainTextRenderer.Render(document, quoted), quoted);
    }
}
