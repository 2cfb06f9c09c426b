namespace Comms.Core.Triage.Training;

/// <summary>What divides one label from the rest: a weight per bucket and a bias.</summary>
internal sealed record Separator(float[] Weights, float Bias)
{
    public float Score(SparseRows rows, int row) => Dot(Weights, rows.Buckets(row), rows.Values(row)) + Bias;

    /// <summary>
    /// Four sums side by side, so that no addition waits for the one before it. Their order is fixed, so that every
    /// machine adds alike.
    /// </summary>
    public static float Dot(ReadOnlySpan<float> weights, ReadOnlySpan<int> buckets, ReadOnlySpan<float> values)
    {
        values = values[..buckets.Length];
        float first = 0, second = 0, third = 0, fourth = 0;
        var at = 0;
        for (; at + 4 <= buckets.Length; at += 4)
        {
            first += weights[buckets[at]] * values[at];
            second += weights[buckets[at + 1]] * values[at + 1];
            third += weights[buckets[at + 2]] * values[at + 2];
            fourth += weights[buckets[at + 3]] * values[at + 3];
        }

        for (; at < buckets.Length; at++)
        {
            first += weights[buckets[at]] * values[at];
        }

        return first + second + (third + fourth);
    }
}
