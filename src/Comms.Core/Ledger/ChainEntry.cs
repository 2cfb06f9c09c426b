using System.Security.Cryptography;

namespace Comms.Core.Ledger;

/// <summary>Something to append to the audit chain: a payload, and the salt that hides it once both are erased.</summary>
public sealed record ChainEntry
{
    /// <summary>Bytes in a salt: enough that an erased payload cannot be guessed from its commitment.</summary>
    public const int SaltLength = 16;

    /// <summary>What happened, as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>A nonce of <see cref="SaltLength"/> bytes from the system's source of secrets.</summary>
    public required ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>The commitment that enters the chain: SHA-256 of salt and payload.</summary>
    public byte[] Commit()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Salt.Span);
        hash.AppendData(Payload.Span);
        return hash.GetHashAndReset();
    }

    internal void Check()
    {
        if (Salt.Length != SaltLength)
        {
            throw new ArgumentException($"A salt has {SaltLength} bytes.", nameof(Salt));
        }
    }
}
