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
        InlineText[] lines = [.. story.Parts.Where(part => part.Card is not null).Select(part => Line(part.Block, part.Card!, part.Hash!))];
        return lines.Length == 0 ? null : new ListBlock(lines, Ordered: true);
    }

    private static InlineText Line(Block block, Card card, string hash)
    {
        string?[] told = [card.At is { } time ? Phrases.Time(time) : null, Phrases.Licence(card.Licence) ?? LicenceNotTold, "SHA-256 " + hash];
        var rest = string.Join(" · ", told.OfType<string>());
        return card.Url is { } url
            ? new InlineText(new Inline(By(block, card) + " · "), new Inline(url, Url: url), new Inline(" · " + rest))
            : new InlineText(new Inline($"{By(block, card)} · {rest}"));
    }

    /// <summary>Who made it; what it is, where a card may well have no author.</summary>
    private static string By(Block block, Card card) => card.Author ?? block switch
    {
        MessageCard or Quote => Phrases.Anonymous,
        ImageBlock { Alt.Length: 0 } => "Picture",
        _ => card.Words,
    };
}
