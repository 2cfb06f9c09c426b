using System.Net;
using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>One part of a story as an object of ActivityStreams.</summary>
internal sealed record StoryItem
{
    /// <summary><c>Note</c> for words, <c>Image</c> for a picture, <c>Page</c> for what stands elsewhere.</summary>
    public required string Type { get; init; }

    /// <summary>The words as HTML, which is what this member holds by its standard: escaped, without an element.</summary>
    public string? Content { get; init; }

    public string? AttributedTo { get; init; }

    public string? Url { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The hash of a card; null for a note.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The part itself, from which it is read again.</summary>
    public required Block Block { get; init; }

    public static StoryItem Of(StoryPart part)
    {
        var item = part.Block switch
        {
            MessageCard card => Shown("Note", part, card.Text, card.Author, card.Url) with { Published = card.At },
            Quote quote => Shown("Note", part, quote.Text, quote.Author, quote.Url),
            EmbedCard embed => Shown("Page", part, embed.Text, embed.Author, embed.Url),
            LinkBlock link => Shown("Page", part, link.Text, null, link.Url),
            ImageBlock image => Shown("Image", part, image.Alt, null, image.Url),
            Heading heading => Shown("Note", part, heading.Text, null, null),
            Paragraph paragraph => Shown("Note", part, paragraph.Text.ToString(), null, null),
            _ => Shown("Note", part, null, null, null),
        };
        return item with { Sha256 = part.Hash };
    }

    private static StoryItem Shown(string type, StoryPart part, string? words, string? author, string? url) =>
        new() { Type = type, Content = WebUtility.HtmlEncode(words), AttributedTo = author, Url = url, Block = part.Block };
}
