using System.Security.Cryptography;
using System.Text;

namespace Comms.Core.Ledger;

/// <summary>
/// The one place where identities are made. They follow from content, so that the same thing read twice is one thing and
/// two runs give the same bytes.
/// </summary>
internal static class ContentId
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>80 bits of the SHA-256 of the parts, as 16 digits: unlikely to meet among 10^9 things.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var hash = Hash(parts);
        Span<char> id = stackalloc char[16];
        for (var i = 0; i < id.Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            id[i] = Digits[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(id);
    }

    /// <summary>128 bits of the SHA-256 of the parts, as 32 hexadecimal digits.</summary>
    public static string Hex(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(Hash(parts).AsSpan(0, 16));

    private static byte[] Hash(ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
