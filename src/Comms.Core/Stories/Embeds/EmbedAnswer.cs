using System.Globalization;
using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;

namespace Comms.Core.Stories.Embeds;

/// <summary>
/// What a provider says of a page. Its title, its author and its picture's address are data; its HTML, which often brings
/// script, is never read. Source: https://oembed.com, section 2.3.4, read on 2026-11-30.
/// </summary>
internal static class EmbedAnswer
{
    private const int LongestText = 300;

    /// <returns>The card with what it lacked; null where the answer is none.</returns>
    public static EmbedCard? Fill(EmbedCard card, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            if (answer.RootElement is not { ValueKind: JsonValueKind.Object } root || Text(root, "type") is null)
            {
                return null;
            }

            var picture = Text(root, "thumbnail_url") ?? (Text(root, "type") == "photo" ? Text(root, "url") : null);
            return card with
            {
                Text = EmbedReader.HasWords(card) ? card.Text : Text(root, "title") ?? card.Text,
                Author = card.Author ?? Author(Text(root, "author_name"), Text(root, "provider_name")),
                Picture = card.Picture ?? (WebAddress.CanShowPicture(picture) ? picture : null),
            };
        }
        catch (JsonException)
        {
            // The parser has no quiet form; this is how it says that the answer is not JSON.
            return null;
        }
    }

    private static string? Author(string? author, string? provider) =>
        author is null ? provider : provider is null || provider == author ? author : $"{author} · {provider}";

    private static string? Text(JsonElement answer, string name)
    {
        var text = answer.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? DisplayText.Line(member.GetString()!).Trim() : "";
        return text.Length == 0 ? null : text.Length <= LongestText ? text : Shortened(text) + "…";
    }

    private static string Shortened(string text) =>
        text.LastIndexOf(' ', LongestText) is > 0 and var space ? text[..space] : new StringInfo(text).SubstringByTextElements(0, LongestText / 10);
}
