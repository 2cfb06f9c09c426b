using System.Globalization;
using System.Text.Json;

namespace Comms.Core.Channels.Webhooks;

/// <summary>Reads the messages of a call, one by one: a bad one is told by its place, and the rest goes on.</summary>
internal static class SentMessages
{
    private const int Most = 500;
    private const int RawShown = 2000;

    public static WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.Object => new WebhookReading.Taken([Event(root, 0, now)]),
                JsonValueKind.Array when root.GetArrayLength() <= Most => new WebhookReading.Taken([.. root.EnumerateArray().Select((one, at) => Event(one, at, now))]),
                JsonValueKind.Array => new WebhookReading.Refused(string.Create(CultureInfo.InvariantCulture, $"it holds more than {Most} messages"), Answer: 413),
                _ => new WebhookReading.Refused("it is no message", Answer: 400),
            };
        }
        catch (JsonException)
        {
            return new WebhookReading.Refused("it is not JSON", Answer: 400);
        }
    }

    private static SourceEvent Event(JsonElement one, int at, DateTimeOffset now)
    {
        try
        {
            var message = one.Deserialize(WebhookJson.Default.SentMessage);
            return message is null ? Bad(one, at, "it says nothing")
                : (message.Id ?? message.Key) is not { Length: > 0 } id ? Bad(one, at, "it has no \"id\"")
                : message.Deleted is { } deleted ? new SourceEvent.Deleted(id, deleted)
                : string.IsNullOrWhiteSpace(message.Text) ? Bad(one, at, "it has no \"text\"")
                : new SourceEvent.Posted(Item(message, id, now));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Bad(one, at, fault is JsonException { Path: { } path } ? $"{path} is of another form" : "a text in it is not valid Unicode");
        }
    }

    private static SourceItem Item(SentMessage message, string id, DateTimeOffset now) => new()
    {
        Id = id,
        Text = message.Text!,
        At = message.At ?? message.CreatedAt ?? now,
        Author = message.Author ?? (message.Account is { Length: > 0 } account ? new Author(account) : null),
        Act = Enum.TryParse<Act>(message.Act, ignoreCase: true, out var act) ? act : Act.Mention,
        InReplyTo = message.InReplyTo,
        Url = message.Url,
        Service = message.Service,
        Place = message.Place,
        Groups = message.Groups ?? [],
    };

    private static SourceEvent.Unreadable Bad(JsonElement one, int at, string reason)
    {
        var raw = one.GetRawText();
        var end = Math.Min(raw.Length, RawShown);
        return new(string.Create(CultureInfo.InvariantCulture, $"message {at + 1}"), reason, raw[..(end < raw.Length && char.IsHighSurrogate(raw[end - 1]) ? end - 1 : end)]);
    }
}

/// <summary>A message as it is sent here; or as <see cref="SignedBody"/> sends one, by its key, account and time.</summary>
internal sealed record SentMessage
{
    public string? Id { get; init; }

    public string? Key { get; init; }

    public string? Text { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? Deleted { get; init; }

    public Author? Author { get; init; }

    public string? Account { get; init; }

    public string? Act { get; init; }

    public string? InReplyTo { get; init; }

    public string? Url { get; init; }

    public string? Service { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string>? Groups { get; init; }
}
