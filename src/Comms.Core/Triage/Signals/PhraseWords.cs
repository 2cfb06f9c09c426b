using System.Buffers.Binary;
using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>The words of the phrases, found by a token's hash or by how it begins. Immutable.</summary>
internal sealed class PhraseWords
{
    public const int ShortestBeginning = 4;

    private readonly Dictionary<ulong, int> _byHash;
    private readonly Dictionary<ulong, int> _byBeginning;

    /// <summary>A bit for the first four bytes of each beginning, which turns most tokens away.</summary>
    private readonly ulong[] _openings = new ulong[64];

    public PhraseWords(Dictionary<ulong, int> byHash, Dictionary<ulong, int> byBeginning, IReadOnlyList<byte[]> spelled, IEnumerable<byte[]> beginnings)
    {
        _byHash = byHash;
        _byBeginning = byBeginning;
        Spelled = spelled;
        foreach (var beginning in beginnings)
        {
            var bit = Opening(beginning);
            _openings[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>The tokens that phrases are made of.</summary>
    public IReadOnlyList<byte[]> Spelled { get; }

    /// <summary>Which word a token is; 0 for none.</summary>
    public int Of(ReadOnlySpan<byte> token, ulong hash) => _byHash.TryGetValue(hash, out var word) ? word : ByBeginning(token);

    /// <summary>The longest beginning of a token that a phrase asks for; 0 for none.</summary>
    public int ByBeginning(ReadOnlySpan<byte> token)
    {
        if (token.Length < ShortestBeginning || Opening(token) is var bit && (_openings[bit >> 6] >> (int)(bit & 63) & 1) == 0)
        {
            return 0;
        }

        for (var length = token.Length; length >= ShortestBeginning; length--)
        {
            if (_byBeginning.TryGetValue(TokenBytes.HashOf(token[..length]), out var word))
            {
                return word;
            }
        }

        return 0;
    }

    private static uint Opening(ReadOnlySpan<byte> token) =>
        unchecked(BinaryPrimitives.ReadUInt32LittleEndian(token) * 0x9E3779B1) >> 20;
}
