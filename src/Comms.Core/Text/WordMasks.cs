using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Comms.Core.Text;

/// <summary>64 characters of a text, sorted at once into those of plain words, digits and spaces, and folded.</summary>
internal ref struct WordMasks(ReadOnlySpan<char> text)
{
    public const int Width = 64;
    private const int Step = 16;

    private readonly ReadOnlySpan<char> _text = text;
    private FoldedBytes _folded;

    /// <summary>Where the 64 characters begin.</summary>
    public int Start { get; private set; }

    /// <summary>ASCII letters and digits, and apostrophes between two of them.</summary>
    public ulong Words { get; private set; }

    public ulong Digits { get; private set; }

    public ulong Spaces { get; private set; }

    /// <summary>Characters that the next two repeat, in either case.</summary>
    public ulong Thrice { get; private set; }

    public void Load(int start)
    {
        Start = start;
        Words = Digits = Spaces = 0;
        if (start + Width <= _text.Length)
        {
            Sort(_text.Slice(start, Width));
        }
        else
        {
            Span<char> last = stackalloc char[Width];
            last.Clear();
            _text[start..].CopyTo(last);
            Sort(last);
        }

        Thrice = 0;
        for (var at = 0; at < Width; at += Step)
        {
            var one = Vector128.LoadUnsafe(ref _folded[0], (nuint)at);
            var same = Vector128.Equals(one, Vector128.LoadUnsafe(ref _folded[0], (nuint)at + 1))
                & Vector128.Equals(one, Vector128.LoadUnsafe(ref _folded[0], (nuint)at + 2));
            Thrice |= (ulong)same.ExtractMostSignificantBits() << at;
        }
    }

    /// <summary>The name of the token of at most 16 characters at a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong HashAt(int place, int length) => TokenBytes.HashOf(
        Unsafe.ReadUnaligned<ulong>(ref _folded[place]), Unsafe.ReadUnaligned<ulong>(ref _folded[place + 8]), length);

    private void Sort(scoped ReadOnlySpan<char> characters)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(characters));
        var apostrophes = 0UL;
        for (var at = 0; at < Width; at += Step)
        {
            var bytes = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)at + (Step / 2)));
            var lower = bytes | Vector128.Create((byte)0x20);
            var letters = Vector128.LessThanOrEqual(lower - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
            var digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
            Vector128.ConditionalSelect(letters, lower, bytes).StoreUnsafe(ref _folded[0], (nuint)at);
            Words |= (ulong)(letters | digits).ExtractMostSignificantBits() << at;
            Digits |= (ulong)digits.ExtractMostSignificantBits() << at;
            apostrophes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'\'')).ExtractMostSignificantBits() << at;
            Spaces |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << at;
        }

        Words |= apostrophes & (Words << 1) & (Words >> 1);
    }

    /// <summary>Room to read 16 bytes from any of the 64.</summary>
    [InlineArray(Width + Step)]
    private struct FoldedBytes
    {
        private byte _first;
    }
}
