using System.Text;
using System.Text.Json;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.Documents;

/// <summary>Renders documents. The same document gives the same text everywhere. Safe for concurrent use.</summary>
public static class DocumentRenderer
{
    /// <summary>Renders a document. Lines end in a line feed.</summary>
    /// <param name="document">What to render.</param>
    /// <param name="format">The format wanted.</param>
    /// <returns>The whole text.</returns>
    /// <exception cref="DocumentException">The page that was made did not pass its proof. Nothing unproved is returned.</exception>
    public static string Render(Document document, DocumentFormat format)
    {
        ArgumentNullException.ThrowIfNull(document);
        return format switch
        {
            DocumentFormat.Html => Proved(HtmlRenderer.Render(document, HtmlForm.Page), HtmlForm.Page),
            DocumentFormat.Sealed => Proved(HtmlRenderer.Render(document, HtmlForm.Sealed), HtmlForm.Sealed),
            DocumentFormat.Email => Proved(EmailRenderer.Render(document), HtmlForm.Email),
            DocumentFormat.WordPress => Proved(WordPressRenderer.Render(document, blocks: false), HtmlForm.Fragment),
            DocumentFormat.WordPressBlocks => Proved(WordPressRenderer.Render(document, blocks: true), HtmlForm.Blocks),
            DocumentFormat.Rss => RssFeed.Render(FeedChannel.Of(document)),
            DocumentFormat.Atom => AtomFeed.Render(FeedChannel.Of(document)),
            DocumentFormat.JsonFeed => JsonFeed.Render(FeedChannel.Of(document)),
            DocumentFormat.Markdown => MarkdownRenderer.Render(document),
            DocumentFormat.PlainText => PlainTextRenderer.Render(document),
            DocumentFormat.Json => JsonSerializer.Serialize(document, ReadableJson.Context.Document) + "\n",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a format of this version."),
        };
    }

    /// <summary>Renders documents as one feed with an item for each. Lines end in a line feed.</summary>
    /// <param name="feed">What to render.</param>
    /// <param name="format"><see cref="DocumentFormat.Rss"/>, <see cref="DocumentFormat.Atom"/> or <see cref="DocumentFormat.JsonFeed"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is no feed.</exception>
    /// <exception cref="DocumentException">An item did not pass its proof. Nothing unproved is returned.</exception>
    public static string Render(DocumentFeed feed, DocumentFormat format)
    {
        ArgumentNullException.ThrowIfNull(feed);
        return format switch
        {
            DocumentFormat.Rss => RssFeed.Render(FeedChannel.Of(feed)),
            DocumentFormat.Atom => AtomFeed.Render(FeedChannel.Of(feed)),
            DocumentFormat.JsonFeed => JsonFeed.Render(FeedChannel.Of(feed)),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a form of feed."),
        };
    }

    /// <summary>Renders a document as UTF-8 without a byte-order mark.</summary>
    /// <param name="document">What to render.</param>
    /// <param name="format">The format wanted.</param>
    /// <exception cref="DocumentException">The page that was made did not pass its proof.</exception>
    public static byte[] RenderUtf8(Document document, DocumentFormat format) =>
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(Render(document, format));

    private static string Proved(string page, HtmlForm form)
    {
        HtmlProof.Check(page, form);
        return page;
    }
}
