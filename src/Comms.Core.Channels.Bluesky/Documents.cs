using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Channels.Bluesky;

internal sealed record Login(string Identifier, string Password);

internal sealed record Session
{
    [JsonRequired]
    public string Did { get; set; } = "";

    [JsonRequired]
    public string Handle { get; set; } = "";

    [JsonRequired]
    public string AccessJwt { get; set; } = "";

    [JsonRequired]
    public string RefreshJwt { get; set; } = "";
}

internal sealed record XrpcError(string? Error, string? Message);

/// <summary>Writes a record under a name of our own; <c>swapRecord: null</c> says that none may stand there yet. The frozen bytes are this document.</summary>
internal sealed record PutRecord(string Repo, string Collection, string Rkey, PostRecord Record)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SwapRecord { get; set; }
}

/// <summary>The same of a repost.</summary>
internal sealed record PutRepost(string Repo, string Collection, string Rkey, RepostRecord Record)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? SwapRecord { get; set; }
}

/// <summary>Which record it is about, whatever that holds.</summary>
internal sealed record PutName(string Repo, string Collection, string Rkey);

internal sealed record RepostRecord(StrongRef Subject, string CreatedAt)
{
    [JsonPropertyName("$type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; set; } = "app.bsky.feed.repost";
}

internal sealed record PostRecord(string Text, string CreatedAt, IReadOnlyList<string> Langs)
{
    [JsonPropertyName("$type")]
    [JsonPropertyOrder(-1)]
    public string Type { get; set; } = "app.bsky.feed.post";

    public IReadOnlyList<RichTextFacet>? Facets { get; set; }

    public ReplyRef? Reply { get; set; }

    public Embed? Embed { get; set; }
}

internal sealed record RichTextFacet(ByteSlice Index, IReadOnlyList<FacetFeature> Features);

internal sealed record ByteSlice(int ByteStart, int ByteEnd);

internal sealed record FacetFeature([property: JsonPropertyName("$type"), JsonPropertyOrder(-1)] string Type)
{
    public string? Uri { get; set; }

    public string? Tag { get; set; }

    public string? Did { get; set; }
}

internal sealed record ReplyRef(StrongRef Root, StrongRef Parent);

internal sealed record StrongRef(string Uri, string Cid);

/// <summary>What stands below the words: pictures or a link's card, a post that they quote, or both.</summary>
internal sealed record Embed([property: JsonPropertyName("$type"), JsonPropertyOrder(-1)] string Type)
{
    public IReadOnlyList<ImageRef>? Images { get; set; }

    /// <summary>Of a quote the post itself; of a quote with pictures an embed that holds it.</summary>
    public QuotedRecord? Record { get; set; }

    public Embed? Media { get; set; }

    public ExternalPage? External { get; set; }
}

/// <summary>A link's card.</summary>
internal sealed record ExternalPage(string Uri, string Title, string Description);

internal sealed record QuotedRecord
{
    public string? Uri { get; set; }

    public string? Cid { get; set; }

    [JsonPropertyName("$type")]
    [JsonPropertyOrder(-1)]
    public string? Type { get; set; }

    public StrongRef? Record { get; set; }
}

internal sealed record ImageRef(JsonElement Image, string Alt);

internal sealed record UploadedBlob
{
    [JsonRequired]
    public JsonElement Blob { get; set; }
}

internal sealed record ResolvedHandle(string Did);

internal sealed record WrittenRecord
{
    [JsonRequired]
    public string Uri { get; set; } = "";

    [JsonRequired]
    public string Cid { get; set; } = "";
}

/// <summary>A post with what it stands under itself.</summary>
internal sealed record ReadRecord
{
    [JsonRequired]
    public string Uri { get; set; } = "";

    [JsonRequired]
    public string Cid { get; set; } = "";

    public NotifiedPost? Value { get; set; }
}

internal sealed record NotificationPage(IReadOnlyList<Notification> Notifications)
{
    public string? Cursor { get; set; }
}

internal sealed record Notification
{
    [JsonRequired]
    public string Uri { get; set; } = "";

    [JsonRequired]
    public string Reason { get; set; } = "";

    [JsonRequired]
    public DateTimeOffset IndexedAt { get; set; }

    [JsonRequired]
    public Profile Author { get; set; } = new("");

    [JsonRequired]
    public NotifiedPost Record { get; set; } = new();
}

/// <summary>The posts that stand of those that were asked for.</summary>
internal sealed record FoundPosts
{
    [JsonRequired]
    public IReadOnlyList<FoundPost> Posts { get; set; } = [];
}

internal sealed record FoundPost
{
    [JsonRequired]
    public string Uri { get; set; } = "";
}

internal sealed record Profile(string Handle)
{
    public string? DisplayName { get; set; }
}

internal sealed record NotifiedPost
{
    public string? Text { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public ReplyRef? Reply { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Login))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(XrpcError))]
[JsonSerializable(typeof(PutName))]
[JsonSerializable(typeof(PutRecord))]
[JsonSerializable(typeof(PutRepost))]
[JsonSerializable(typeof(UploadedBlob))]
[JsonSerializable(typeof(ResolvedHandle))]
[JsonSerializable(typeof(WrittenRecord))]
[JsonSerializable(typeof(ReadRecord))]
[JsonSerializable(typeof(NotificationPage))]
[JsonSerializable(typeof(FoundPosts))]
internal sealed partial class BlueskyJson : JsonSerializerContext;
