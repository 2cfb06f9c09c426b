namespace Comms.Core.Channels.X;

/// <summary>Who posts where. Checked when the channel or source is made.</summary>
public sealed record XOptions
{
    /// <summary>The API. Default: <c>https://api.x.com</c>. Plain http is taken for this machine only.</summary>
    public string Address { get; init; } = "https://api.x.com";

    /// <summary>
    /// Where the account's tokens are found, never the tokens themselves: a user access token of OAuth 2.0, which ends after two
    /// hours, or a <see cref="TokenSet"/> in an <see cref="ICredentialStore"/>, which is renewed. Its scopes: <c>tweet.read</c>,
    /// <c>tweet.write</c>, <c>users.read</c>, <c>media.write</c> and, to be renewed, <c>offline.access</c>.
    /// </summary>
    public required string Credential { get; init; }

    /// <summary>The app's client id, without which tokens are not renewed; null for none.</summary>
    public string? ClientId { get; init; }

    /// <summary>Where the secret of a confidential client is found; null for a public one.</summary>
    public string? ClientSecret { get; init; }
}
