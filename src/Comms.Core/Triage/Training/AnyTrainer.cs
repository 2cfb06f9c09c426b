using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Trains a head of which any number of labels hold: a lane, a curve and a threshold for each.</summary>
internal sealed class AnyTrainer(TrainingSet set, string[] labels, HeldOut heldOut, int seed)
{
    private readonly SvmOptions _svm = new() { Seed = seed, Balance = 0.25f };

    public TrainedHead Train()
    {
        var positive = Array.ConvertAll(labels, label => set.Examples.Select(example => example.Labels.Contains(label)).ToArray());
        var learnt = heldOut.Learn([.. positive.Select(gold => new LaneTask(_ => true, gold, _svm))]);
        var curves = learnt.Select((lane, i) => Calibration.Fit(lane.Scores, positive[i])).ToArray();
        var confidences = learnt.Select((lane, i) => Array.ConvertAll(lane.Scores, curves[i].Confidence)).ToArray();
        var thresholds = Thresholds.Choose(confidences, positive);
        return new TrainedHead([.. learnt.Select(lane => lane.Separator)], (first, scales) => new Head(set.Name, set.Kind, first, [.. labels.Select((label, i) =>
            new HeadLabel(label, scales[i].Scale, scales[i].Bias, curves[i].Slope, curves[i].Offset, thresholds[i]))]));
    }
}
