using System.Net;
using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>One part of a story as an object of ActivityStreams.</summary>
internal sealed record StoryItem
{
    /// <summary>As <see cref="Card.Kind"/>; a note of our own is a <c>Note</c> too.</summary>
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

    public static StoryItem Of(StoryPart part) => part.Card is { } card
        ? new()
        {
            Type = card.Kind,
            Content = WebUtility.HtmlEncode(card.Words),
            AttributedTo = card.Author,
            Url = card.Url,
            Published = card.At,
            Sha256 = part.Hash,
            Block = part.Block,
        }
        : new() { Type = Card.Note, Content = WebUtility.HtmlEncode(Words(part.Block)), Block = part.Block };

    private static string? Words(Block note) => note switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text.ToString(),
        _ => null,
    };
}
