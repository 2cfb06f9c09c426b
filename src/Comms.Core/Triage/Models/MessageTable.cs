using System.Runtime.CompilerServices;
using Comms.Core.Triage.Reading;

namespace Comms.Core.Triage.Models;

/// <summary>What each step of each property of a message adds to every lane, summed up once. Immutable.</summary>
internal sealed class MessageTable
{
    private readonly short[] _vectors;
    private readonly int _stride;

    public MessageTable(WeightTable weights)
    {
        _stride = weights.Stride;
        _vectors = new short[MessageProperties.Count * MessageProperties.MostSteps * _stride];
        for (var property = 0; property < MessageProperties.Count; property++)
        {
            for (var step = 0; step < MessageProperties.MostSteps; step++)
            {
                foreach (var feature in MessageProperties.Of(property, step))
                {
                    weights.Add(feature, _vectors.AsSpan(At(property, step), _stride));
                }
            }
        }

        Largest = _vectors.Max(weight => Math.Abs((int)weight));
    }

    public ReadOnlySpan<short> Vectors => _vectors;

    /// <summary>The largest sum in any lane, either sign.</summary>
    public int Largest { get; }

    /// <summary>Names the rows of a message's steps.</summary>
    public void Choose(in MessageFeatures message, in TextShape shape, WeightRows rows)
    {
        Span<byte> steps = stackalloc byte[MessageProperties.Count];
        message.Fill(in shape, steps);
        for (var property = 0; property < steps.Length; property++)
        {
            rows.Add(At(property, steps[property]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(int property, int step) => ((property * MessageProperties.MostSteps) + step) * _stride;
}
