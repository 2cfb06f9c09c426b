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
        var factors = Array.ConvertAll(
            Support(gold, confidences.Length), support => gold.Length / (float)(confidences.Length * Math.Max(1, support)));

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
        var others = Others(confidences, gold.Length, factors, label);
        var support = Support(gold, factors.Length);
        var best = (Recall: -1.0, Factor: factors[label]);
        for (var step = -8; step <= 8; step++)
        {
            var factor = factors[label] * MathF.Exp(step * 0.1f);
            var recall = MeanRecall(confidences[label], others, gold, support, label, factor) - (Math.Abs(step) * 1e-4);
            if (recall > best.Recall)
            {
                best = (recall, factor);
            }
        }

        return best.Factor;
    }

    /// <summary>Row by row, which of the other labels wins among themselves and with how much; -1 where there is none.</summary>
    private static (int Label, float Value)[] Others(float[][] confidences, int rows, float[] factors, int label)
    {
        var best = new (int Label, float Value)[rows];
        Array.Fill(best, (-1, float.NegativeInfinity));
        for (var other = 0; other < factors.Length; other++)
        {
            for (var row = 0; other != label && row < rows; row++)
            {
                var value = confidences[other][row] * factors[other];
                best[row] = value > best[row].Value ? (other, value) : best[row];
            }
        }

        return best;
    }

    /// <summary>Of equal values the first label's wins, as when a message is judged.</summary>
    private static double MeanRecall(
        float[] confidences, (int Label, float Value)[] others, int[] gold, int[] support, int label, float factor)
    {
        var hits = new int[support.Length];
        for (var row = 0; row < gold.Length; row++)
        {
            var value = confidences[row] * factor;
            var (other, against) = others[row];
            var winner = value > against || (value == against && label < other) ? label : other;
            hits[gold[row]] += winner == gold[row] ? 1 : 0;
        }

        return hits.Zip(support, (hit, all) => hit / (double)Math.Max(1, all)).Average();
    }

    private static int[] Support(int[] gold, int labels)
    {
        var support = new int[labels];
        foreach (var label in gold)
        {
            support[label]++;
        }

        return support;
    }
}
