namespace Comms.Core.Triage.Training;

/// <summary>Where each label begins to hold, chosen on held-out confidences.</summary>
internal static class Thresholds
{
    /// <summary>
    /// The confidence that gives the best F1, drawn towards <paramref name="prior"/> as far as the label is rare: with
    /// a few dozen examples the best place is mostly luck.
    /// </summary>
    public static float BestF1(ReadOnlySpan<float> confidences, ReadOnlySpan<bool> positive, float prior, float strength)
    {
        var order = new int[confidences.Length];
        var keys = confidences.ToArray();
        var total = 0;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            total += positive[i] ? 1 : 0;
        }

        Array.Sort(keys, order);
        var best = (F1: 0f, At: prior);
        var hits = 0;
        for (var place = order.Length - 1; place > 0; place--)
        {
            hits += positive[order[place]] ? 1 : 0;
            var f1 = 2f * hits / (order.Length - place + total);
            if (f1 > best.F1 && keys[place] > keys[place - 1])
            {
                best = (f1, (keys[place] + keys[place - 1]) / 2);
            }
        }

        return ((best.At * total) + (prior * strength)) / (total + strength);
    }

    /// <summary>
    /// What each label's confidence is multiplied by before the largest wins, so that the mean recall over the labels is
    /// highest: one factor after another, over a fixed grid.
    /// </summary>
    public static float[] BestMeanRecall(float[][] confidences, int[] gold)
    {
        var factors = new float[confidences.Length];
        for (var label = 0; label < factors.Length; label++)
        {
            factors[label] = gold.Length / (float)(factors.Length * Math.Max(1, gold.Count(g => g == label)));
        }

        for (var round = 0; round < 3; round++)
        {
            for (var label = 0; label < factors.Length; label++)
            {
                factors[label] = BestFactor(confidences, gold, factors, label);
            }
        }

        return factors;
    }

    private static float BestFactor(float[][] confidences, int[] gold, float[] factors, int label)
    {
        var start = factors[label];
        var best = (Recall: -1.0, Factor: start);
        for (var step = -8; step <= 8; step++)
        {
            factors[label] = start * MathF.Exp(step * 0.1f);
            var recall = MeanRecall(confidences, gold, factors) - (Math.Abs(step) * 1e-4);
            if (recall > best.Recall)
            {
                best = (recall, factors[label]);
            }
        }

        factors[label] = start;
        return best.Factor;
    }

    private static double MeanRecall(float[][] confidences, int[] gold, float[] factors)
    {
        var hits = new int[factors.Length];
        var totals = new int[factors.Length];
        for (var i = 0; i < gold.Length; i++)
        {
            var winner = 0;
            for (var label = 1; label < factors.Length; label++)
            {
                winner = confidences[label][i] * factors[label] > confidences[winner][i] * factors[winner] ? label : winner;
            }

            totals[gold[i]]++;
            hits[gold[i]] += winner == gold[i] ? 1 : 0;
        }

        return Enumerable.Range(0, factors.Length).Average(label => hits[label] / (double)Math.Max(1, totals[label]));
    }
}
