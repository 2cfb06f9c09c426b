using System.Security.Cryptography;

namespace Comms.Core.Channels;

/// <summary>
/// What is ready to be sent: the frozen bytes of the one mutating call. The same delivery, prepared again, gives the
/// same bytes, or the same checkpoint leads to them.
/// </summary>
public sealed record PreparedPost
{
    /// <summary>The frozen bytes; their hash is committed with the intent.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Where a repeat may go on: ids of uploads or of a remote draft; null when nothing was left behind.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The SHA-256 of <see cref="Bytes"/> in lower-case hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));
}
