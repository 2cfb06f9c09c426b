using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Comms.Core.Documents;

namespace Comms.Core.Stories.Embeds;

/// <summary>
/// What a host answers when other sites ask by oEmbed how to show a page of ours: the page itself as HTML without script, frame
/// or style. Safe for concurrent use.
/// </summary>
/// <remarks>Source: https://oembed.com, sections 2.3.4.4 and 4, read on 2026-11-30.</remarks>
public static class EmbedProvision
{
    private const int Width = 600;

    /// <summary>The answer, of the type <c>rich</c>. Its height is null, since words flow: consumers take the HTML as it is.</summary>
    /// <param name="page">The page. Its <see cref="Document.Publisher"/> is the provider, or its series, or its title.</param>
    /// <param name="maxWidth">The width that the asker allows (<c>maxwidth</c>), in pixels; null for no limit. At least 1.</param>
    /// <returns>JSON; serve it as <c>application/json</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 1.</exception>
    /// <exception cref="DocumentException">The page did not pass its proof.</exception>
    public static string Answer(Document page, int? maxWidth = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWidth ?? Width, 1, nameof(maxWidth));
        var provider = page.Publisher ?? page.Series ?? page.Title;
        var answer = new RichEmbed("rich", "1.0", page.Title, provider, page.Url, DocumentRenderer.Render(page, DocumentFormat.WordPress), Math.Min(maxWidth ?? Width, Width), Height: null);
        return JsonSerializer.Serialize(answer, Json.RichEmbed) + "\n";
    }

    /// <summary>The element by which a page says where it can be asked for: it belongs in the page's <c>head</c>.</summary>
    /// <param name="endpoint">Where the host answers, as <c>https://trust.example/oembed</c>.</param>
    /// <param name="page">Where the page stands.</param>
    public static string DiscoveryLink(Uri endpoint, Uri page)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(page);
        var question = $"{endpoint.AbsoluteUri}{(endpoint.Query.Length > 0 ? '&' : '?')}url={Uri.EscapeDataString(page.AbsoluteUri)}&format=json";
        return $"<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{HtmlEncoder.Default.Encode(question)}\">";
    }

    private static ProvisionJson Json { get; } = new(ReadableJson.Readable(ProvisionJson.Default.Options));
}

internal sealed record RichEmbed(
    string Type, string Version, string Title, [property: JsonPropertyName("provider_name")] string ProviderName,
    [property: JsonPropertyName("provider_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProviderUrl, string Html, int Width, int? Height);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RichEmbed))]
internal sealed partial class ProvisionJson : JsonSerializerContext;
