using Comms.Core.Documents;

namespace CommsDesk.Output;

/// <summary>A document on standard output.</summary>
internal static class DocumentOutput
{
    public static Task WriteAsync(Document document, DocumentFormat format, CancellationToken cancel) =>
        WriteAsync(DocumentRenderer.Render(document, format), cancel);

    /// <param name="document">The document.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="feedUrl">Where it stands as a feed; null when that is not known. Other forms do not tell it.</param>
    /// <param name="cancel">Stops writing.</param>
    public static Task WriteAsync(Document document, DocumentFormat format, string? feedUrl, CancellationToken cancel) =>
        feedUrl is null || format is not (DocumentFormat.Rss or DocumentFormat.Atom or DocumentFormat.JsonFeed)
            ? WriteAsync(document, format, cancel)
            : WriteAsync(DocumentRenderer.Render(Feed(document, feedUrl), format), cancel);

    public static Task WriteAsync(string text, CancellationToken cancel) => Console.Out.WriteAsync(text.AsMemory(), cancel);

    private static DocumentFeed Feed(Document document, string feedUrl) => new()
    {
        Title = document.Series ?? document.Title,
        Items = [new DocumentFeedItem(document)],
        Url = document.Url,
        FeedUrl = feedUrl,
        Publisher = document.Publisher,
        Language = document.Language,
    };
}
