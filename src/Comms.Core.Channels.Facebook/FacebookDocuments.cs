using System.Text.Json.Serialization;

namespace Comms.Core.Channels.Facebook;

/// <summary>A post as it was prepared: the frozen bytes are this document.</summary>
/// <param name="Message">The words.</param>
/// <param name="Pictures">Ids of pictures that were uploaded.</param>
/// <param name="Answers">The comment or post that it answers; null for a post of the Page.</param>
internal sealed record FrozenPost(string Message, IReadOnlyList<string> Pictures, string? Answers);

internal sealed record NewPost(string Message, IReadOnlyList<AttachedMedia>? AttachedMedia);

internal sealed record AttachedMedia(string MediaFbid);

internal sealed record NewComment(string Message, string? AttachmentId);

internal sealed record Made
{
    [JsonRequired]
    public string Id { get; set; } = "";
}

internal sealed record PageToken
{
    public string? AccessToken { get; set; }
}

internal sealed record Exchanged
{
    [JsonRequired]
    public string AccessToken { get; set; } = "";

    public long? ExpiresIn { get; set; }
}

/// <summary>A post or a comment.</summary>
internal sealed record Entry
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? Message { get; set; }

    /// <summary>As <c>2026-11-24T09:00:00+0000</c>, which is no form of ISO 8601 that .NET reads.</summary>
    public string? CreatedTime { get; set; }

    public From? From { get; set; }

    public Made? Parent { get; set; }

    public string? PermalinkUrl { get; set; }

    public Entries? Comments { get; set; }
}

internal sealed record From
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }
}

internal sealed record Entries
{
    public IReadOnlyList<Entry> Data { get; set; } = [];

    public Paging? Paging { get; set; }

    /// <summary>Where the next page begins; null when this was the last.</summary>
    [JsonIgnore]
    public string? After => Paging?.Next is null ? null : Paging.Cursors?.After;
}

internal sealed record Paging
{
    public Cursors? Cursors { get; set; }

    public string? Next { get; set; }
}

internal sealed record Cursors
{
    public string? After { get; set; }
}

internal sealed record ErrorAnswer
{
    public GraphError? Error { get; set; }
}

internal sealed record GraphError
{
    public string? Message { get; set; }

    public int Code { get; set; }

    public int? ErrorSubcode { get; set; }

    public bool? IsTransient { get; set; }
}

/// <summary>How much of a rate limit is used, as one entry of a header.</summary>
internal sealed record Usage
{
    /// <summary>In minutes.</summary>
    public int EstimatedTimeToRegainAccess { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrozenPost))]
[JsonSerializable(typeof(NewPost))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(PageToken))]
[JsonSerializable(typeof(Exchanged))]
[JsonSerializable(typeof(Entries))]
[JsonSerializable(typeof(Entry))]
[JsonSerializable(typeof(Made))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<Usage>>))]
internal sealed partial class FacebookJson : JsonSerializerContext;
