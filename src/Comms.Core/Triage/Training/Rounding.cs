using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Rounds each label's weights to eight bits, with a step of the label's own.</summary>
internal static class Rounding
{
    public static TriageModel ToModel(
        IReadOnlyList<TrainingSet> sets, IReadOnlyList<TrainedLabel>[] trained, TrainingOptions options, IReadOnlyList<ModelToken> tokens)
    {
        var lanes = trained.Sum(labels => labels.Count);
        var weights = new sbyte[(1 << options.Bits) * lanes];
        var heads = new List<Head>();
        var lane = 0;
        for (var i = 0; i < sets.Count; i++)
        {
            var first = lane;
            var labels = trained[i].Select(label => Round(label, weights, lanes, lane++)).ToArray();
            heads.Add(new Head(sets[i].Name, sets[i].Kind, first, labels));
        }

        return new TriageModel(options.Notice, heads, options.Bits, tokens, weights);
    }

    private static HeadLabel Round(TrainedLabel label, sbyte[] weights, int lanes, int lane)
    {
        var from = label.Separator.Weights;
        var scale = Math.Max(1e-6f, from.Max(MathF.Abs) / sbyte.MaxValue);
        for (var bucket = 0; bucket < from.Length; bucket++)
        {
            weights[(bucket * lanes) + lane] = (sbyte)MathF.Round(from[bucket] / scale);
        }

        return new HeadLabel(
            label.Name, scale, label.Separator.Bias, label.Calibration.Slope, label.Calibration.Offset, label.Threshold);
    }
}
