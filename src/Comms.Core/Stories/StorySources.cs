using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.Stories;

/// <summary>The list at a story's end that says of each card who made it, when, where, on which terms, and its hash.</summary>
internal static class StorySources
{
    public const string Title = "Where this came from";

    private const string LicenceNotTold = "Licence not told";

    /// <summary>The list; null for a story without cards.</summary>
    public static ListBlock? Of(Story story)
    {
        InlineText[] lines = [.. story.Parts.Where(part => part.Hash is not null).Select(Line)];
        return lines.Length == 0 ? null : new ListBlock(lines, Ordered: true);
    }

    private static InlineText Line(StoryPart part)
    {
        var (by, at, url, licence) = Facts(part.Block);
        string?[] told = [at is { } time ? Phrases.Time(time) : null, licence is null ? LicenceNotTold : Phrases.Credit(null, licence), "SHA-256 " + part.Hash];
        var rest = string.Join(" · ", told.OfType<string>());
        return url is null
            ? new InlineText(new Inline($"{by} · {rest}"))
            : new InlineText(new Inline(by + " · "), new Inline(url, Url: url), new Inline(" · " + rest));
    }

    private static (string By, DateTimeOffset? At, string? Url, string? Licence) Facts(Block card) => card switch
    {
        MessageCard message => (message.Author ?? Phrases.Anonymous, message.At, message.Url, message.Licence),
        Quote quote => (quote.Author ?? Phrases.Anonymous, null, quote.Url, quote.Licence),
        EmbedCard embed => (embed.Author ?? embed.Text, null, embed.Url, embed.Licence),
        ImageBlock image => (image.Alt.Length > 0 ? image.Alt : "Picture", null, image.Url, image.Licence),
        LinkBlock link => (link.Text, null, link.Url, null),
        _ => throw new ArgumentOutOfRangeException(nameof(card), card, "Not a card."),
    };
}
