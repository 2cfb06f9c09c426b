using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Models;

/// <summary>
/// A model's weights laid out for vectors: each bucket's lanes padded to a whole number of vectors.
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

    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>Where a feature's row begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(uint feature) => (int)(feature >> _shift) * Stride;

    /// <summary>Adds a feature's row to a sum of 16 bits that has room for it.</summary>
    public void Add(uint feature, Span<short> sum)
    {
        var row = _weights.AsSpan(RowOf(feature), Stride);
        for (var lane = 0; lane < row.Length; lane++)
        {
            sum[lane] += row[lane];
        }
    }
}
