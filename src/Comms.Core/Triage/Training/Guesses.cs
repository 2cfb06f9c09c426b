namespace Comms.Core.Triage.Training;

/// <summary>
/// What a first round of learning makes of texts that nobody labelled (self-training: Yarowsky 1995). What texts of a
/// group are about on the whole moves the odds of each of them; a text of which any label is near its threshold is left
/// out. The three numbers were chosen on folds of the shipped model's comments other than those it is measured on.
/// </summary>
internal sealed class Guesses(IReadOnlyList<UnlabelledText> texts, Calibration[] curves, float[] thresholds)
{
    private const float Tendency = 0.8f;
    private const float Clear = 0.05f;
    private const float Strength = 20;

    /// <summary>A share this near to none, or to all, is as good as either; beyond it odds have no end.</summary>
    private const float Least = 1e-6f;

    private readonly int[][] _groups =
        [.. Enumerable.Range(0, texts.Count).Where(at => texts[at].Group.Length > 0).GroupBy(at => texts[at].Group, StringComparer.Ordinal).Select(group => group.ToArray())];

    /// <summary>What each lane learns from the texts.</summary>
    /// <param name="scores">Of each lane, for each text.</param>
    public LaneGuesses[] Of(float[][] scores)
    {
        var shares = scores.Select((lane, label) => Leaned(Array.ConvertAll(lane, score => (curves[label].Slope * score) + curves[label].Offset))).ToArray();
        var sure = Enumerable.Range(0, texts.Count).Where(at => IsSure(shares, at)).ToArray();
        return [.. shares.Select((lane, label) => new LaneGuesses(sure, Array.ConvertAll(lane, share => share >= thresholds[label])))];
    }

    /// <summary>Shares, by what a group says more, or less, than all texts do; little is made of a small group.</summary>
    private float[] Leaned(float[] odds)
    {
        var shares = Array.ConvertAll(odds, Share);
        var whole = shares.Average();
        foreach (var group in _groups)
        {
            var own = (group.Sum(at => shares[at]) + (Strength * whole)) / (group.Length + Strength);
            var lean = Tendency * (Odds(own) - Odds(whole));
            Array.ForEach(group, at => shares[at] = Share(odds[at] + lean));
        }

        return shares;
    }

    private bool IsSure(float[][] shares, int at)
    {
        for (var label = 0; label < shares.Length; label++)
        {
            if (Math.Abs(shares[label][at] - thresholds[label]) < Clear)
            {
                return false;
            }
        }

        return true;
    }

    private static float Share(float odds) => 1 / (1 + MathF.Exp(-odds));

    private static float Odds(float share)
    {
        var held = Math.Clamp(share, Least, 1 - Least);
        return MathF.Log(held / (1 - held));
    }
}

/// <summary>What a lane learns from texts without labels.</summary>
/// <param name="Sure">The places of the texts to learn from.</param>
/// <param name="Positive">Of every text, whether the label is taken to hold.</param>
internal sealed record LaneGuesses(int[] Sure, bool[] Positive)
{
    public static LaneGuesses None { get; } = new([], []);
}
