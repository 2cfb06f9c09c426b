namespace Comms.Core.Channels.Feeds;

/// <summary>Which feed is read. Checked when the source is made.</summary>
public sealed record FeedOptions
{
    /// <summary>Where it is, as <c>https://paper.example/health.rss</c>. Plain http is taken for this machine only.</summary>
    public required string Address { get; init; }

    /// <summary>Who its items count as, as <c>press</c>; an open vocabulary. Default: <c>public</c>.</summary>
    public string Kind { get; init; } = "public";

    /// <summary>How long it is left alone between two looks. From 1 minute to 1 day. Default: 15 minutes.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most items that are read of one look, as they stand; that there are more is set aside with its reason. From 1 to 10,000. Default: 1,000.</summary>
    public int MostItems { get; init; } = 1_000;
}
