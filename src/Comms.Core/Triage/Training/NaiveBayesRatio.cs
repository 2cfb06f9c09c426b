namespace Comms.Core.Triage.Training;

/// <summary>The log of how much oftener a bucket is met among positive examples than among the rest, smoothed.</summary>
internal static class NaiveBayesRatio
{
    public static float[] Of(
        SparseRows rows, ReadOnlySpan<int> members, ReadOnlySpan<bool> positive, float smoothing, float power)
    {
        var ratios = new float[rows.Width];
        var others = new float[rows.Width];
        int inside = 0, outside = 0;
        foreach (var row in members)
        {
            var counts = positive[row] ? ratios : others;
            inside += positive[row] ? 1 : 0;
            outside += positive[row] ? 0 : 1;
            foreach (var bucket in rows.Buckets(row))
            {
                counts[bucket]++;
            }
        }

        for (var bucket = 0; bucket < ratios.Length; bucket++)
        {
            if (ratios[bucket] + others[bucket] > 0)
            {
                var p = (ratios[bucket] + smoothing) / (inside + (2 * smoothing));
                var q = (others[bucket] + smoothing) / (outside + (2 * smoothing));
                var ratio = MathF.Abs(MathF.Log(p / q));
                ratios[bucket] = MathF.Pow(ratio, power);
            }
        }

        return ratios;
    }
}
