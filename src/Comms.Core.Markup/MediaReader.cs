using AngleSharp.Dom;
using Comms.Core.Documents;

namespace Comms.Core.Markup;

/// <summary>Reads pictures, and what would have been a frame or a film as a card with its link.</summary>
internal static class MediaReader
{
    /// <summary>A picture; none where it has no address.</summary>
    public static IEnumerable<Block> Picture(IElement element, string? caption) =>
        Address(element, "src") is { } url ? [new ImageBlock(url, element.GetAttribute("alt") ?? "", Words(caption))] : [];

    /// <summary>A card; none where there is no address.</summary>
    public static IEnumerable<Block> Embed(IElement element)
    {
        var url = Address(element, "src") ?? (element.QuerySelector("source[src]") is { } source ? Address(source, "src") : null);
        return url is null ? [] : [new EmbedCard(url, Words(element.GetAttribute("title")) ?? url)];
    }

    /// <summary>The address in an attribute; null when there is none.</summary>
    public static string? Address(IElement element, string attribute) => Words(element.GetAttribute(attribute))?.Trim();

    /// <summary>What shows at all; null for nothing and for blanks.</summary>
    public static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
