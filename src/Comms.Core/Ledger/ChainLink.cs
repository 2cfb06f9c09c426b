using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Comms.Core.Ledger;

/// <summary>One link of the audit chain as the ledger holds it.</summary>
public sealed record ChainLink
{
    /// <summary>1 for the first link, one more for each.</summary>
    public required long Sequence { get; init; }

    /// <summary>SHA-256 of salt and payload, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> Commitment { get; init; }

    /// <summary>SHA-256 of the link before, this sequence and this commitment, 32 bytes; see <see cref="Next"/>.</summary>
    public required ReadOnlyMemory<byte> Hash { get; init; }

    /// <summary>The salt; null once the payload is erased.</summary>
    public ReadOnlyMemory<byte>? Salt { get; init; }

    /// <summary>What happened, as UTF-8 JSON; null once erased.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>The hash of a link: SHA-256(hash before ‖ sequence as 8 bytes, big-endian ‖ commitment).</summary>
    /// <param name="before">The hash of the link before; 32 zero bytes for the first.</param>
    /// <param name="sequence">The link's own sequence, from 1.</param>
    /// <param name="commitment">The link's own commitment, 32 bytes.</param>
    public static byte[] Next(ReadOnlySpan<byte> before, long sequence, ReadOnlySpan<byte> commitment)
    {
        Span<byte> joined = stackalloc byte[72];
        before.CopyTo(joined);
        BinaryPrimitives.WriteInt64BigEndian(joined[32..], sequence);
        commitment.CopyTo(joined[40..]);
        return SHA256.HashData(joined);
    }
}
