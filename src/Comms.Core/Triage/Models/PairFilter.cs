using System.Numerics;
using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Models;

/// <summary>
/// Which pairs of neighbouring tokens a model learnt from: a Bloom filter with one bit for each. A pair that it never met
/// says nothing, costs one look, and adds no noise. Immutable.
/// </summary>
internal sealed class PairFilter
{
    /// <summary>So many bits for a pair that one in sixteen strangers, or fewer, is taken for known.</summary>
    private const int BitsPerPair = 16;

    private const int FewestBits = 1024;
    private const int MostBits = 1 << 26;

    private readonly ulong[] _bits;
    private readonly uint _mask;

    /// <param name="bits">A power of two of them, between 1,024 and 67,108,864.</param>
    public PairFilter(ulong[] bits)
    {
        if (!BitOperations.IsPow2(bits.Length) || bits.Length is < FewestBits / 64 or > MostBits / 64)
        {
            throw new ArgumentException($"{bits.Length} words are no filter.", nameof(bits));
        }

        _bits = bits;
        _mask = (uint)(bits.Length * 64) - 1;
    }

    public ReadOnlySpan<ulong> Bits => _bits;

    public static PairFilter Of(IReadOnlyCollection<uint> pairs)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(pairs.Count * (long)BitsPerPair, FewestBits, MostBits));
        var bits = new ulong[size / 64];
        foreach (var pair in pairs)
        {
            bits[(pair & (size - 1)) >> 6] |= 1UL << (int)(pair & 63);
        }

        return new PairFilter(bits);
    }

    /// <summary>Whether a pair, named by its feature, may be known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(uint pair) => (_bits[(pair & _mask) >> 6] >> (int)(pair & 63) & 1) != 0;
}
