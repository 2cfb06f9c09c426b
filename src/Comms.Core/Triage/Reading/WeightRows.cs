using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// Adds up rows of weights, sixteen lanes at a time, with the sums in a register and the rows' places gathered
/// beforehand. Sums are of 16 bits and are moved on to 32 before they can overflow.
/// </summary>
internal sealed class WeightRows
{
    private const int Lanes = 16;

    private int[] _rows = new int[512];
    private int _count;

    public int Count => _count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, _count * 2);
        }

        _rows[_count++] = row;
    }

    public void Clear() => _count = 0;

    /// <summary>Adds rows of 16-bit weights, none larger than <paramref name="largest"/> either way.</summary>
    public void AddTo(Span<int> totals, ReadOnlySpan<short> table, int largest)
    {
        var most = short.MaxValue / Math.Max(1, largest);
        ref var from = ref MemoryMarshal.GetReference(table);
        for (var first = 0; first < _count; first += most)
        {
            var rows = _rows.AsSpan(first, Math.Min(most, _count - first));
            for (var lane = 0; lane < totals.Length; lane += Lanes)
            {
                var sum = Vector256<short>.Zero;
                foreach (var row in rows)
                {
                    sum += Vector256.LoadUnsafe(ref from, (nuint)(row + lane));
                }

                Widen(sum, totals[lane..]);
            }
        }
    }

    /// <summary>Adds rows of 8-bit weights.</summary>
    public void AddTo(Span<int> totals, ReadOnlySpan<sbyte> table)
    {
        const int most = short.MaxValue / 128;
        ref var from = ref MemoryMarshal.GetReference(table);
        for (var first = 0; first < _count; first += most)
        {
            var rows = _rows.AsSpan(first, Math.Min(most, _count - first));
            for (var lane = 0; lane < totals.Length; lane += Lanes)
            {
                var sum = Vector256<short>.Zero;
                foreach (var row in rows)
                {
                    sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)(row + lane)).ToVector256Unsafe());
                }

                Widen(sum, totals[lane..]);
            }
        }
    }

    private static void Widen(Vector256<short> sum, Span<int> totals)
    {
        ref var to = ref MemoryMarshal.GetReference(totals[..Lanes]);
        var (low, high) = Vector256.Widen(sum);
        (Vector256.LoadUnsafe(ref to) + low).StoreUnsafe(ref to);
        (Vector256.LoadUnsafe(ref to, 8) + high).StoreUnsafe(ref to, 8);
    }
}
