using System.Globalization;
using System.Text.Json;
using Comms.Core.Channels.Html;

namespace Comms.Core.Channels.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). An item that cannot be read leaves the others.</summary>
internal static class JsonFeed
{
    public static IEnumerable<FeedEntry> Read(ReadOnlyMemory<byte> bytes)
    {
        JsonDocument feed;
        try
        {
            feed = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException fault)
        {
            return [new FeedEntry.Broken(string.Create(CultureInfo.InvariantCulture, $"line {(fault.LineNumber ?? 0) + 1}"), "the feed is no JSON", "")];
        }

        using (feed)
        {
            return feed.RootElement.ValueKind == JsonValueKind.Object && feed.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Select((item, at) => Entry(item, at + 1))]
                : [new FeedEntry.Broken("line 1", "it is JSON and no feed: it has no list of items", "")];
        }
    }

    private static FeedEntry Entry(JsonElement item, int number)
    {
        var (title, html) = (Text(item, "title") ?? "", Text(item, "content_html"));
        var words = Text(item, "content_text") ?? (html is null ? null : HtmlWords.Of(html)) ?? Text(item, "summary") ?? "";
        if (title.Length + words.Length == 0)
        {
            return FeedEntry.Broken.OfItem(number, "it has no words", item.GetRawText());
        }

        var (url, date) = (Text(item, "url"), Text(item, "date_published") ?? Text(item, "date_modified"));
        return new FeedEntry.Item(
            FeedIds.Of(Id(item), url, title, words), title, words,
            DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null, Author(item), url);
    }

    /// <summary>Some feeds have numbers for ids; the specification says to take them as text.</summary>
    private static string? Id(JsonElement item) => item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id) ? null
        : id.ValueKind switch { JsonValueKind.String => id.GetString(), JsonValueKind.Number => id.GetRawText(), _ => null };

    private static string? Author(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("authors", out var authors) && authors.ValueKind == JsonValueKind.Array && authors.GetArrayLength() > 0 ? Text(authors[0], "name")
        : item.ValueKind == JsonValueKind.Object && item.TryGetProperty("author", out var author) ? Text(author, "name") : null;

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
