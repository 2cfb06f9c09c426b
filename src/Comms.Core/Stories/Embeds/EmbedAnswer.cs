using System.Text.Json;
using Comms.Core.Documents;
using Comms.Core.Documents.Rendering;
using Comms.Core.Text;

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
            if (answer.RootElement is not { ValueKind: JsonValueKind.Object } root || Text(root, "type") is not { } type)
            {
                return null;
            }

            var picture = Text(root, "thumbnail_url") ?? (type == "photo" ? Text(root, "url") : null);
            return card with
            {
                Text = EmbedReader.HasWords(card) ? card.Text : Shown(root, "title") ?? card.Text,
                Author = card.Author ?? Author(Shown(root, "author_name"), Shown(root, "provider_name")),
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

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Words that are shown: on one line, and no longer than a reader would read.</summary>
    private static string? Shown(JsonElement answer, string name) =>
        Text(answer, name) is not { } text || DisplayText.Line(text) is not { Length: > 0 } line ? null
        : line.Length <= LongestText ? line
        : line[..(line.LastIndexOf(' ', LongestText) is > 0 and var space ? space : WholeLetters.Within(line, LongestText))] + "…";
}
