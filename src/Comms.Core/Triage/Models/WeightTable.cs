using System.Runtime.CompilerServices;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Models;

/// <summary>A model's weights laid out for vectors: a row for each bucket, padded to a whole number of vectors.</summary>
internal sealed class WeightTable
{
    private const int Lane16 = 16;

    private readonly AlignedRows<sbyte> _rows;
    private readonly int _shift;

    public WeightTable(TriageModel model)
    {
        Lanes = model.Lanes;
        Stride = (Lanes + Lane16 - 1) / Lane16 * Lane16;
        _shift = 32 - model.Bits;
        _rows = new AlignedRows<sbyte>(1 << model.Bits, Stride);
        for (var bucket = 0; bucket < 1 << model.Bits; bucket++)
        {
            model.Weights.AsSpan(bucket * Lanes, Lanes).CopyTo(_rows[bucket]);
        }

        Scales = new float[Stride];
        Biases = new float[Stride];
        foreach (var head in model.Heads)
        {
            for (var lane = 0; lane < head.Lanes; lane++)
            {
                (Scales[head.FirstLane + lane], Biases[head.FirstLane + lane]) = head.ScaleOf(lane);
            }
        }
    }

    public int Lanes { get; }

    /// <summary>What one step of a lane's weights is worth; 0 in the padding.</summary>
    public float[] Scales { get; }

    /// <summary>What is added to a lane's sum.</summary>
    public float[] Biases { get; }

    /// <summary>Lanes with their padding: a multiple of 16.</summary>
    public int Stride { get; }

    public ReadOnlySpan<sbyte> Weights => _rows.All;

    /// <summary>Where a feature's row begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(uint feature) => (int)(feature >> _shift) * _rows.Width;

    /// <summary>Adds a feature's row to a sum that has room for it.</summary>
    public void Add(uint feature, Span<short> sum)
    {
        var row = Weights.Slice(RowOf(feature), Stride);
        for (var lane = 0; lane < row.Length; lane++)
        {
            sum[lane] += row[lane];
        }
    }
}
