using System.Text.Json.Serialization;

namespace Comms.Core.Channels.Mastodon;

/// <summary>A post as it is sent: the frozen bytes are this document.</summary>
internal sealed record NewStatus(
    string Status,
    [property: JsonPropertyName("media_ids")] IReadOnlyList<string> MediaIds,
    string Visibility,
    string Language,
    [property: JsonPropertyName("in_reply_to_id")] string? InReplyToId)
{
    /// <summary>The content warning; null for none.</summary>
    [JsonPropertyName("spoiler_text")]
    public string? SpoilerText { get; set; }

    /// <summary>The post that is boosted, with nothing of its own beside it; null for a post of words.</summary>
    [JsonPropertyName("comms_boosts")]
    public string? Boosts { get; set; }
}

/// <summary>How widely a boost is shown.</summary>
internal sealed record NewBoost(string Visibility);

internal sealed record Status
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [JsonRequired]
    public string Content { get; set; } = "";

    public string? Url { get; set; }

    public string? Uri { get; set; }

    [JsonPropertyName("in_reply_to_id")]
    public string? InReplyToId { get; set; }

    [JsonPropertyName("in_reply_to_account_id")]
    public string? InReplyToAccountId { get; set; }

    public Account? Account { get; set; }

    /// <summary>What it boosts; null for a post of words.</summary>
    public Status? Reblog { get; set; }

    /// <summary>Whether who asks has boosted it.</summary>
    public bool? Reblogged { get; set; }
}

internal sealed record Account
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    public string Acct { get; set; } = "";

    [JsonPropertyName("display_name")]
    public string? DisplayName { get; set; }

    [JsonPropertyName("followers_count")]
    public long? FollowersCount { get; set; }
}

internal sealed record Notification
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    public string Type { get; set; } = "";

    public Account? Account { get; set; }

    public Status? Status { get; set; }
}

internal sealed record StatusSource(string? Text);

internal sealed record Attachment
{
    [JsonRequired]
    public string Id { get; set; } = "";
}

internal sealed record Instance
{
    public string? Version { get; set; }

    public InstanceLimits? Configuration { get; set; }
}

internal sealed record InstanceLimits
{
    public StatusLimits? Statuses { get; set; }
}

internal sealed record StatusLimits
{
    [JsonPropertyName("max_characters")]
    public int? MaxCharacters { get; set; }

    [JsonPropertyName("max_media_attachments")]
    public int? MaxMediaAttachments { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewStatus))]
[JsonSerializable(typeof(NewBoost))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(IReadOnlyList<Status>))]
[JsonSerializable(typeof(IReadOnlyList<Notification>))]
[JsonSerializable(typeof(StatusSource))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Instance))]
internal sealed partial class MastodonJson : JsonSerializerContext;
