using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Comms.Core.Text;

/// <summary>A token's folded bytes between a start and an end mark, so that four bytes anywhere can be read at once.</summary>
[InlineArray(Capacity)]
internal struct TokenBytes
{
    /// <summary>A longer token is known by its beginning: cost stays bounded and hashes stay equal.</summary>
    public const int Longest = 32;

    public const byte StartMark = 2;
    public const byte EndMark = 3;

    private const int Capacity = 48;
    private const ulong MixA = 0x9E3779B97F4A7C15;
    private const ulong MixB = 0xC2B2AE3D27D4EB4F;
    private const ulong MixC = 0xFF51AFD7ED558CCD;

    private byte _first;

    /// <summary>The 64-bit name of a token of <paramref name="length"/> bytes, the same on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HashOf(ref byte firstOfToken, int length)
    {
        var hash = (ulong)length * MixC;
        var left = length;
        ref var at = ref firstOfToken;
        while (left > 8)
        {
            hash = (Shift(hash) ^ Word(ref at)) * MixB;
            at = ref Unsafe.Add(ref at, 8);
            left -= 8;
        }

        var last = Word(ref at) & (ulong.MaxValue >> ((8 - left) * 8));
        hash = (Shift(hash) ^ last) * MixA;
        return hash ^ (hash >> 29);
    }

    /// <summary>The same name for a token of 1 to 16 bytes, given as two words of which what is past its end does not count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong HashOf(ulong first, ulong second, int length)
    {
        var hash = Shift((ulong)length * MixC);
        var (last, left) = length > 8 ? (second, length - 8) : (first, length);
        hash = length > 8 ? Shift((hash ^ first) * MixB) : hash;
        hash = (hash ^ (last & (ulong.MaxValue >> ((8 - left) * 8)))) * MixA;
        return hash ^ (hash >> 29);
    }

    public static ulong HashOf(ReadOnlySpan<byte> token)
    {
        TokenBytes padded = default;
        token[..Math.Min(token.Length, Longest)].CopyTo(padded);
        return HashOf(ref padded[0], Math.Min(token.Length, Longest));
    }

    /// <summary>The names of words in plain small letters, with a space between each two.</summary>
    public static HashSet<ulong> HashesOf(string words) => [.. words.Split(' ').Select(word => HashOf(Encoding.ASCII.GetBytes(word)))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Shift(ulong hash) => hash ^ (hash >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref at);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}
