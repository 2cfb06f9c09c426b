using System.Text.Json.Serialization;

namespace Comms.Core.Channels.WordPress;

/// <summary>What is published: the draft's number, and the whole of it once more, so that nothing else can go out under it.</summary>
internal sealed record FrozenPost(long Id, PostFields Fields);

internal sealed record PostFields(string Title, string Content, string Slug, string Status)
{
    [JsonPropertyName("featured_media")]
    public long? FeaturedMedia { get; set; }
}

internal sealed record StoredPost
{
    [JsonRequired]
    public long Id { get; set; }

    [JsonRequired]
    public string Status { get; set; } = "";

    public string? Link { get; set; }

    [JsonRequired]
    public RawText Content { get; set; } = new("");

    [JsonRequired]
    public RawText Title { get; set; } = new("");
}

internal sealed record RawText(string Raw);

internal sealed record StoredMedia
{
    [JsonRequired]
    public long Id { get; set; }

    [JsonRequired]
    [JsonPropertyName("source_url")]
    public string SourceUrl { get; set; } = "";
}

internal sealed record MediaFields([property: JsonPropertyName("alt_text")] string AltText);

internal sealed record ServerError(string? Code, string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrozenPost))]
[JsonSerializable(typeof(StoredPost))]
[JsonSerializable(typeof(IReadOnlyList<StoredPost>))]
[JsonSerializable(typeof(StoredMedia))]
[JsonSerializable(typeof(IReadOnlyList<StoredMedia>))]
[JsonSerializable(typeof(MediaFields))]
[JsonSerializable(typeof(ServerError))]
internal sealed partial class WordPressJson : JsonSerializerContext;
