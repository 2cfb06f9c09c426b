using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// Numbers in rows that begin where a cache line does, so that a row touches no line more than it must. The memory is
/// never moved.
/// </summary>
internal sealed class AlignedRows<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _memory;
    private readonly int _first;

    /// <summary>Makes room for rows of zeros.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="width">How wide; a row is made wider until lines hold a whole number of rows, or rows of lines.</param>
    public AlignedRows(int rows, int width)
    {
        var size = Unsafe.SizeOf<T>();
        var bytes = width * size;
        Width = (bytes >= Line ? (bytes + Line - 1) / Line * Line : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)bytes)) / size;
        _memory = GC.AllocateArray<T>((rows * Width) + (Line / size), pinned: true);
        var past = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) % Line);
        _first = past == 0 ? 0 : (Line - past) / size;
    }

    /// <summary>From one row to the next.</summary>
    public int Width { get; }

    public Span<T> All => _memory.AsSpan(_first);

    public Span<T> this[int row] => _memory.AsSpan(_first + (row * Width), Width);
}
