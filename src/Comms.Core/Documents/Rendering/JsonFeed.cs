using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Documents.Rendering;

/// <summary>JSON Feed 1.1. Source: https://www.jsonfeed.org/version/1.1/, read on 2026-11-28.</summary>
internal sealed record JsonFeed(
    string Version, string Title, string? HomePageUrl, string Language, IReadOnlyList<JsonFeed.Person> Authors, IReadOnlyList<JsonFeed.Entry> Items)
{
    public static string Render(FeedItem item)
    {
        var entry = new Entry(item.Id, item.Url, item.Title, item.Html, item.Text, item.At);
        return JsonSerializer.Serialize(
            new JsonFeed("https://jsonfeed.org/version/1.1", item.Feed, item.Url, item.Language, [new Person(item.Author)], [entry]),
            ReadableJson.Feeds.JsonFeed) + "\n";
    }

    internal sealed record Person(string Name);

    internal sealed record Entry(string Id, string? Url, string Title, string ContentHtml, string ContentText, DateTimeOffset? DatePublished);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonFeed))]
internal sealed partial class JsonFeedContext : JsonSerializerContext;
