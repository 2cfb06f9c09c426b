namespace Comms.Core.Channels.Email;

/// <summary>The domain's signature on each message (RFC 6376, RSA with SHA-256).</summary>
public sealed record DkimOptions
{
    /// <summary>The domain that signs, as <c>trust.example</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>The name under which the domain keeps the public key.</summary>
    public required string Selector { get; init; }

    /// <summary>Where the private key in PEM is found, as <c>env:NAME</c>; never the key itself.</summary>
    public required string Credential { get; init; }
}
