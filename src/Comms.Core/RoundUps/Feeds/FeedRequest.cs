namespace Comms.Core.RoundUps.Feeds;

/// <summary>What a feed is called and how much of it is read.</summary>
public sealed record FeedRequest
{
    /// <summary>What it is called. Default: <c>What people say of us</c>.</summary>
    public string Title { get; init; } = "What people say of us";

    /// <summary>The zone in which times are shown, as an IANA id. Default: <c>Europe/London</c>.</summary>
    public string Zone { get; init; } = "Europe/London";

    /// <summary>The language of the feed's own words as a BCP 47 tag. Default: <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where people read it on a page; null when nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>Where the feed itself stands; null when not known.</summary>
    public string? FeedUrl { get; init; }

    /// <summary>Who publishes it; null for the title.</summary>
    public string? Publisher { get; init; }

    /// <summary>At most this many messages, the latest first. From 1 to 1,000. Default: 50.</summary>
    public int Most { get; init; } = 50;

    /// <exception cref="ArgumentException">Something is blank or out of its range.</exception>
    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Title);
        ArgumentOutOfRangeException.ThrowIfLessThan(Most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Most, 1000);
        _ = new ZoneClock(Zone);
    }
}
