namespace Comms.Core.Engagement.Posts;

/// <summary>A post of the team's that stands, and when people turned to it.</summary>
public sealed record SentPost
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The account that it stands on: a post is measured against others of the same.</summary>
    public required string Account { get; init; }

    /// <summary>When it went out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The kind of channel, as <c>mastodon</c>; null when not known.</summary>
    public string? Channel { get; init; }

    /// <summary>What it is made of, as <c>text</c>, <c>link</c>, <c>picture</c>, <c>video</c> or <c>thread</c>. An open vocabulary. Default: <c>text</c>.</summary>
    public string Form { get; init; } = "text";

    /// <summary>What it is about, as hashtags or themes. Default: none.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>When someone answered, quoted or passed it on, in any order. Default: nobody did.</summary>
    public IReadOnlyList<DateTimeOffset> Responses { get; init; } = [];
}
