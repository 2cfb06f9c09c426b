using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Rounds each lane's weights to eight bits, with a step of the lane's own.</summary>
internal static class Rounding
{
    public static TriageModel ToModel(
        IReadOnlyList<TrainedHead> trained, TrainingOptions options, float familiar, IReadOnlyList<ModelToken> tokens, PairFilter pairs)
    {
        var lanes = trained.Sum(head => head.Lanes.Count);
        var weights = new sbyte[(1 << options.Bits) * lanes];
        var heads = new List<Head>();
        var lane = 0;
        foreach (var head in trained)
        {
            var first = lane;
            heads.Add(head.Build(first, [.. head.Lanes.Select(separator => Round(separator, weights, lanes, lane++))]));
        }

        return new TriageModel(options.Notice, heads, familiar, options.Bits, tokens, pairs, weights);
    }

    private static LaneScale Round(Separator separator, sbyte[] weights, int lanes, int lane)
    {
        var from = separator.Weights;
        var scale = Math.Max(1e-6f, from.Max(MathF.Abs) / sbyte.MaxValue);
        for (var bucket = 0; bucket < from.Length; bucket++)
        {
            weights[(bucket * lanes) + lane] = (sbyte)MathF.Round(from[bucket] / scale);
        }

        return new LaneScale(scale, separator.Bias);
    }
}
