using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Documents.Rendering;

/// <summary>JSON Feed 1.1. Source: https://www.jsonfeed.org/version/1.1/, read on 2026-11-28.</summary>
internal sealed record JsonFeed(
    string Version,
    string Title,
    string? HomePageUrl,
    string? FeedUrl,
    string Language,
    IReadOnlyList<JsonFeed.Person> Authors,
    IReadOnlyList<JsonFeed.Entry> Items)
{
    public static string Render(FeedChannel feed)
    {
        var entries = feed.Items.Select(item => new Entry(
            item.Id, item.Url, item.Title, item.Html, item.Text, item.At, item.Author == feed.Author ? null : [new Person(item.Author)]));
        return JsonSerializer.Serialize(
            new JsonFeed("https://jsonfeed.org/version/1.1", feed.Title, feed.Url, feed.Self, feed.Language, [new Person(feed.Author)], [.. entries]),
            ReadableJson.Feeds.JsonFeed) + "\n";
    }

    internal sealed record Person(string Name);

    internal sealed record Entry(
        string Id, string? Url, string Title, string ContentHtml, string ContentText, DateTimeOffset? DatePublished, IReadOnlyList<Person>? Authors);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonFeed))]
internal sealed partial class JsonFeedContext : JsonSerializerContext;
