namespace Comms.Core.Triage.Training;

/// <summary>What divides one label from the rest: a weight per bucket and a bias.</summary>
internal sealed record Separator(float[] Weights, float Bias)
{
    public float Score(SparseRows rows, int row)
    {
        var buckets = rows.Buckets(row);
        var values = rows.Values(row);
        var sum = Bias;
        for (var i = 0; i < buckets.Length; i++)
        {
            sum += Weights[buckets[i]] * values[i];
        }

        return sum;
    }
}
