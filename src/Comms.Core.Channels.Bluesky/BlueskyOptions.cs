namespace Comms.Core.Channels.Bluesky;

/// <summary>Who posts where. Checked when the channel or source is made.</summary>
public sealed record BlueskyOptions
{
    /// <summary>The account's own server (PDS), as <c>https://bsky.social</c>. Plain http is taken for this machine only.</summary>
    public required string Address { get; init; }

    /// <summary>The account's handle, as <c>town.bsky.social</c>, or its DID.</summary>
    public required string User { get; init; }

    /// <summary>Where an app password is found, as <c>env:NAME</c>; never the password itself.</summary>
    public required string Credential { get; init; }
}
