using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace Comms.Core.Documents.Rendering;

/// <summary>A document as the one item of a feed. Its id comes from its address, or from what it says.</summary>
/// <param name="Id">A name that stays while the document does.</param>
/// <param name="Feed">What the feed is called: the series, where there is one.</param>
/// <param name="Title">What the item is called.</param>
/// <param name="Author">Who publishes it.</param>
/// <param name="Language">As a BCP 47 tag.</param>
/// <param name="Url">Where it stands; null when not known.</param>
/// <param name="At">When it was published, or else its latest message written; null when neither is known.</param>
/// <param name="Html">The whole document, as it stands in someone else's page.</param>
/// <param name="Source">What it says.</param>
internal sealed record FeedItem(
    string Id, string Feed, string Title, string Author, string Language, string? Url, DateTimeOffset? At, string Html, Document Source)
{
    /// <summary>The whole document in words alone.</summary>
    public string Text => Legible(DocumentRenderer.Render(Source, DocumentFormat.PlainText));

    /// <summary>What it begins with, in words alone.</summary>
    public string Opening => Words(DocumentWords.Opening(Source) ?? Source.Title);

    public static FeedItem Of(Document document)
    {
        var feed = Words(document.Series ?? document.Title);
        var url = WebAddress.CanLink(document.Url) ? document.Url : null;
        return new FeedItem(
            url ?? Named(document),
            feed,
            Words(document.Title),
            document.Publisher is { } publisher ? Words(publisher) : feed,
            LanguageTag.Checked(document.Language),
            url,
            document.At ?? document.Blocks.OfType<MessageCard>().Max(card => card.At),
            Legible(DocumentRenderer.Render(document, DocumentFormat.WordPress)),
            document);
    }

    /// <summary>A name made of the bytes of the tree (RFC 9562, version 8): the same document has the same.</summary>
    public static string Named(Document document) =>
        Named(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document, ReadableJson.Context.Document)));

    /// <summary>A name made of a hash.</summary>
    public static string Named(byte[] sha256)
    {
        var hash = sha256.AsSpan(0, 16).ToArray();
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true).ToString("D");
    }

    /// <summary>In one line, and legible as XML; a dash for nothing.</summary>
    public static string Words(string text) => DisplayText.Line(text) is { Length: > 0 } line ? Legible(line) : "-";

    /// <summary>XML cannot say a few characters at all, not even escaped.</summary>
    private static string Legible(string text)
    {
        var legible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? legible.Append('\uFFFD') : legible.Append(rune.ToString());
        }

        return legible.ToString();
    }
}
