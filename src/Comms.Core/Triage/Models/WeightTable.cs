using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Comms.Core.Triage.Models;

/// <summary>
/// A model's weights laid out for vectors: each bucket's lanes padded to a whole number of vectors. Sums are of 16 bits;
/// who adds must move them on before they can overflow.
/// </summary>
internal sealed class WeightTable
{
    private const int Lane16 = 16;

    private readonly sbyte[] _weights;
    private readonly int _shift;

    public WeightTable(TriageModel model)
    {
        Lanes = model.Lanes;
        Stride = (Lanes + Lane16 - 1) / Lane16 * Lane16;
        _shift = 32 - model.Bits;
        _weights = GC.AllocateArray<sbyte>((1 << model.Bits) * Stride, pinned: false);
        for (var bucket = 0; bucket < 1 << model.Bits; bucket++)
        {
            model.Weights.AsSpan(bucket * Lanes, Lanes).CopyTo(_weights.AsSpan(bucket * Stride));
        }
    }

    public int Lanes { get; }

    /// <summary>Lanes with their padding: a multiple of 16.</summary>
    public int Stride { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<short> sum)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), (int)(feature >> _shift) * Stride);
        ref var to = ref MemoryMarshal.GetReference(sum);
        for (var lane = 0; lane < sum.Length; lane += Lane16)
        {
            var wide = Vector256.WidenLower(Vector128.LoadUnsafe(ref row, (nuint)lane).ToVector256Unsafe());
            (Vector256.LoadUnsafe(ref to, (nuint)lane) + wide).StoreUnsafe(ref to, (nuint)lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ReadOnlySpan<short> vector, Span<short> sum)
    {
        ref var from = ref MemoryMarshal.GetReference(vector);
        ref var to = ref MemoryMarshal.GetReference(sum);
        for (var lane = 0; lane < sum.Length; lane += Lane16)
        {
            (Vector256.LoadUnsafe(ref to, (nuint)lane) + Vector256.LoadUnsafe(ref from, (nuint)lane)).StoreUnsafe(ref to, (nuint)lane);
        }
    }
}
