namespace Comms.Core.Channels;

/// <summary>One account on one channel: the unit that posts, is paced and can fail.</summary>
public sealed record ChannelAccount
{
    /// <summary>The account's name in this configuration, as <c>town-mastodon</c>; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of channel, as <c>folder</c> or <c>mastodon</c>. An open vocabulary: the core names no vendor.</summary>
    public required string Channel { get; init; }

    /// <summary>Where it is: an address or a path; null when the channel needs none.</summary>
    public string? Address { get; init; }

    /// <summary>Where its credential is found, as <c>env:NAME</c>; never the credential itself. Null when it needs none.</summary>
    public string? Credential { get; init; }
}
