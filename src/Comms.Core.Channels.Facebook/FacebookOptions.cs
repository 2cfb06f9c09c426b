namespace Comms.Core.Channels.Facebook;

/// <summary>Which Page, and who posts there. Checked when the channel or source is made.</summary>
public sealed record FacebookOptions
{
    /// <summary>The Graph API with its version. Default: <c>https://graph.facebook.com/v25.0</c>, the newest on 2026-12-01. Plain http is taken for this machine only.</summary>
    public string Address { get; init; } = "https://graph.facebook.com/v25.0";

    /// <summary>The Page's id, in digits.</summary>
    public required string Page { get; init; }

    /// <summary>
    /// Where a token is found, never the token itself: the Page's own, or that of a system user or person who may post there, from which
    /// the Page's is asked for. A <see cref="TokenSet"/> in an <see cref="ICredentialStore"/> is exchanged a week before it ends. Its
    /// permissions: <c>pages_manage_posts</c>, <c>pages_manage_engagement</c>, <c>pages_read_engagement</c>, <c>pages_read_user_content</c>.
    /// </summary>
    public required string Credential { get; init; }

    /// <summary>The app's id, without which tokens are not exchanged; null for none.</summary>
    public string? AppId { get; init; }

    /// <summary>Where the app's secret is found; with it each call proves that it comes from the app. Null for none.</summary>
    public string? AppSecret { get; init; }
}
