namespace Comms.Core.Channels.Mastodon;

/// <summary>Who posts where. Checked when the channel or source is made.</summary>
public sealed record MastodonOptions
{
    /// <summary>The server, as <c>https://social.example</c>. Plain http is taken for this machine only.</summary>
    public required string Address { get; init; }

    /// <summary>Where the access token is found, as <c>env:NAME</c>; never the token itself.</summary>
    public required string Credential { get; init; }

    /// <summary>Who sees the posts: <c>public</c>, <c>unlisted</c> or <c>private</c>. Default: <c>public</c>.</summary>
    public string Visibility { get; init; } = "public";
}
