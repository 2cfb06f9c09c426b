namespace Comms.Core.Triage.Training;

/// <summary>Where each label begins to hold, chosen on held-out confidences.</summary>
internal static class Thresholds
{
    private const float Prior = 0.38f;
    private const float Strength = 30;

    /// <summary>
    /// A threshold for each label, half way between the one that gives the label its best F1 and the one that gives all
    /// labels together their best.
    /// </summary>
    public static float[] Choose(float[][] confidences, bool[][] positive)
    {
        var own = confidences.Select((scores, label) => BestF1(scores, positive[label], Prior, Strength)).ToArray();
        var half = TogetherF1(confidences, positive, own) / 2;
        return [.. own.Select((threshold, label) => (threshold + BestTogether(confidences[label], positive[label], half, threshold)) / 2)];
    }

    /// <summary>
    /// The confidence from which every further label gained is worth what it costs the F1 of all labels together, which
    /// is its half (Lipton, Elkan and Naryanaswamy 2014); drawn towards it as far as the label is rare. Where none is
    /// worth it, <paramref name="own"/>: a label that is hard to tell is not silenced.
    /// </summary>
    public static float BestTogether(ReadOnlySpan<float> confidences, ReadOnlySpan<bool> positive, float half, float own)
    {
        var (keys, order, total) = Sorted(confidences, positive);
        var best = (Gain: 0f, At: own);
        var gain = 0f;
        for (var place = order.Length - 1; place > 0; place--)
        {
            gain += (positive[order[place]] ? 1 : 0) - half;
            if (gain > best.Gain && keys[place] > keys[place - 1])
            {
                best = (gain, (keys[place] + keys[place - 1]) / 2);
            }
        }

        return ((best.At * total) + (half * Strength)) / (total + Strength);
    }

    /// <summary>
    /// The confidence that gives the best F1, drawn towards <paramref name="prior"/> as far as the label is rare: with
    /// a few dozen examples the best place is mostly luck.
    /// </summary>
    public static float BestF1(ReadOnlySpan<float> confidences, ReadOnlySpan<bool> positive, float prior, float strength)
    {
        var (keys, order, total) = Sorted(confidences, positive);
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

    private static (float[] Keys, int[] Order, int Total) Sorted(ReadOnlySpan<float> confidences, ReadOnlySpan<bool> positive)
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
        return (keys, order, total);
    }

    private static float TogetherF1(float[][] confidences, bool[][] positive, float[] thresholds)
    {
        int hits = 0, said = 0, held = 0;
        for (var label = 0; label < thresholds.Length; label++)
        {
            for (var i = 0; i < confidences[label].Length; i++)
            {
                var says = confidences[label][i] >= thresholds[label];
                hits += says && positive[label][i] ? 1 : 0;
                said += says ? 1 : 0;
                held += positive[label][i] ? 1 : 0;
            }
        }

        return 2f * hits / Math.Max(1, said + held);
    }
}
