using System.Runtime.CompilerServices;

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
    }

    public void Add(in MessageFeatures message, in TextShape shape, Span<short> sum)
    {
        Span<byte> steps = stackalloc byte[MessageProperties.Count];
        message.Fill(in shape, steps);
        for (var property = 0; property < steps.Length; property++)
        {
            WeightTable.Add(_vectors.AsSpan(At(property, steps[property]), _stride), sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(int property, int step) => ((property * MessageProperties.MostSteps) + step) * _stride;
}
