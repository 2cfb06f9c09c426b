using Comms.Core.Documents;

namespace Comms.Core.Stories;

/// <summary>What every card has, whatever platform it comes from.</summary>
/// <param name="Kind">As ActivityStreams names it: <c>Note</c> for words, <c>Image</c> for a picture, <c>Page</c> for what stands elsewhere.</param>
/// <param name="Words">What it says or shows.</param>
/// <param name="Author">Who made it; null when not told.</param>
/// <param name="Url">Where it stands; null when it has no address.</param>
/// <param name="At">When it was written; null when not known.</param>
/// <param name="Licence">On which terms it may be shown; null when not told.</param>
internal sealed record Card(string Kind, string Words, string? Author, string? Url, DateTimeOffset? At = null, string? Licence = null)
{
    public const string Note = "Note";

    private const string Page = "Page";

    /// <summary>The block as a card; null for a note of our own.</summary>
    public static Card? Of(Block block) => block switch
    {
        MessageCard message => new(Note, message.Text, message.Author, message.Url, message.At, message.Licence),
        Quote quote => new(Note, quote.Text, quote.Author, quote.Url, Licence: quote.Licence),
        EmbedCard embed => new(Page, embed.Text, embed.Author, embed.Url, embed.At, embed.Licence),
        LinkBlock link => new(Page, link.Text, Author: null, link.Url),
        ImageBlock image => new("Image", image.Alt, Author: null, image.Url, Licence: image.Licence),
        _ => null,
    };
}
