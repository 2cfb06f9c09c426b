using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Trains a head of which any number of labels hold: a lane, a curve and a threshold for each.</summary>
internal sealed class AnyTrainer(TrainingSet set, string[] labels, HeldOut heldOut, int seed)
{
    private readonly bool[][] _positive = Array.ConvertAll(labels, label => set.Examples.Select(example => example.Labels.Contains(label)).ToArray());

    public TrainedHead Train()
    {
        var (learnt, curves, thresholds) = Learn(guesses: null);
        if (set.Unlabelled.Count > 0)
        {
            (learnt, curves, thresholds) = Learn(Guess(learnt, new Guesses(set.Unlabelled, curves, thresholds)));
        }

        return new TrainedHead([.. learnt.Select(lane => lane.Separator)], (first, scales) => new Head(set.Name, set.Kind, first, [.. labels.Select((label, i) =>
            new HeadLabel(label, scales[i].Scale, scales[i].Bias, curves[i].Slope, curves[i].Offset, thresholds[i]))]));
    }

    private (LearntLane[] Lanes, Calibration[] Curves, float[] Thresholds) Learn(LaneGuesses[][]? guesses)
    {
        var svm = new SvmOptions { Seed = seed, Balance = 0.25f };
        var learnt = heldOut.Learn([.. _positive.Select((gold, lane) =>
            new LaneTask(_ => true, gold, svm) { Guesses = guesses is null ? null : Array.ConvertAll(guesses, part => part[lane]) })]);
        var curves = learnt.Select((lane, i) => Calibration.Fit(lane.Scores, _positive[i])).ToArray();
        var confidences = learnt.Select((lane, i) => Array.ConvertAll(lane.Scores, curves[i].Confidence)).ToArray();
        return (learnt, curves, Thresholds.Choose(confidences, _positive));
    }

    /// <summary>Each part is guessed without its own examples, so that nothing of them comes back with the guesses.</summary>
    private LaneGuesses[][] Guess(LearntLane[] learnt, Guesses guesses)
    {
        var parts = new LaneGuesses[heldOut.Parts][];
        heldOut.Each(parts.Length, part => parts[part] = guesses.Of(Array.ConvertAll(learnt, lane => lane.Unlabelled[part])));
        return parts;
    }
}
