using System.Text.Json.Serialization;

namespace Comms.Core.Channels.X;

/// <summary>A post as it is sent: the frozen bytes are this document.</summary>
internal sealed record NewPost(string? Text)
{
    public NewMedia? Media { get; set; }

    public NewReply? Reply { get; set; }

    public string? QuoteTweetId { get; set; }

    /// <summary>The post that is passed on with nothing of its own beside it; null for a post of words.</summary>
    public string? CommsReposts { get; set; }
}

internal sealed record NewMedia(IReadOnlyList<string> MediaIds);

internal sealed record NewReply(string InReplyToTweetId);

internal sealed record NewRepost(string TweetId);

internal sealed record NewMetadata(string Id, Metadata Metadata);

internal sealed record Metadata(AltText AltText);

internal sealed record AltText(string Text);

/// <summary>What every answer is wrapped in.</summary>
internal sealed record Answer<T>
{
    public T? Data { get; set; }

    public Included? Includes { get; set; }

    public IReadOnlyList<Problem>? Errors { get; set; }

    public Paging? Meta { get; set; }
}

internal sealed record Included
{
    public IReadOnlyList<User>? Users { get; set; }
}

internal sealed record Paging
{
    public string? NextToken { get; set; }
}

internal sealed record Post
{
    [JsonRequired]
    public string Id { get; set; } = "";

    [JsonRequired]
    public string Text { get; set; } = "";

    public DateTimeOffset? CreatedAt { get; set; }

    public string? AuthorId { get; set; }

    public Entities? Entities { get; set; }

    /// <summary>What it answers, quotes or passes on: the name of the vendor's API description.</summary>
    public IReadOnlyList<Reference>? ReferencedPosts { get; set; }

    /// <summary>The same under the name of the vendor's guides.</summary>
    public IReadOnlyList<Reference>? ReferencedTweets { get; set; }

    /// <summary>The whole of a long post, whose <see cref="Text"/> is its beginning: the name of the vendor's API description.</summary>
    public LongPost? NotePost { get; set; }

    /// <summary>The same under the name of the vendor's guides.</summary>
    public LongPost? NoteTweet { get; set; }

    public string? To(string type) => (ReferencedPosts ?? ReferencedTweets)?.FirstOrDefault(one => one.Type == type)?.Id;
}

internal sealed record LongPost
{
    public string Text { get; set; } = "";

    public Entities? Entities { get; set; }
}

internal sealed record Reference(string Type, string Id);

internal sealed record Entities
{
    public IReadOnlyList<UrlEntity>? Urls { get; set; }
}

internal sealed record UrlEntity
{
    public string Url { get; set; } = "";

    public string? ExpandedUrl { get; set; }

    /// <summary>Of a picture's own link, which nobody wrote.</summary>
    public string? MediaKey { get; set; }
}

internal sealed record User
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string Username { get; set; } = "";

    public string? Name { get; set; }

    public UserMetrics? PublicMetrics { get; set; }
}

internal sealed record UserMetrics
{
    public long? FollowersCount { get; set; }
}

internal sealed record Uploaded
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public Processing? ProcessingInfo { get; set; }
}

internal sealed record Processing
{
    public string State { get; set; } = "";

    public int? CheckAfterSecs { get; set; }
}

internal sealed record Reposted
{
    public bool Retweeted { get; set; }
}

internal sealed record MetadataMade
{
    public string? Id { get; set; }
}

/// <summary>What was wrong, in the vendor's words.</summary>
internal sealed record Problem
{
    public string? Type { get; set; }

    public string? Detail { get; set; }

    /// <summary>Of what it speaks, as the id of a post.</summary>
    public string? ResourceId { get; set; }

    public string? Value { get; set; }
}

internal sealed record Renewed
{
    [JsonRequired]
    public string AccessToken { get; set; } = "";

    public string? RefreshToken { get; set; }

    public int? ExpiresIn { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewPost))]
[JsonSerializable(typeof(NewRepost))]
[JsonSerializable(typeof(NewMetadata))]
[JsonSerializable(typeof(Answer<Post>))]
[JsonSerializable(typeof(Answer<IReadOnlyList<Post>>))]
[JsonSerializable(typeof(Answer<User>))]
[JsonSerializable(typeof(Answer<Uploaded>))]
[JsonSerializable(typeof(Answer<Reposted>))]
[JsonSerializable(typeof(Answer<MetadataMade>))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Renewed))]
internal sealed partial class XJson : JsonSerializerContext;
