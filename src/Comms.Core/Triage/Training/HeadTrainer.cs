using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Trains the labels of one head and sets their confidence and thresholds on held-out folds. Labels and folds are
/// trained side by side; each result has its place, so that no order of finishing changes anything.
/// </summary>
internal sealed class HeadTrainer(TrainingSet set, SparseRows rows, TrainingOptions options)
{
    private const float PriorThreshold = 0.38f;
    private const float PriorStrength = 30;

    private readonly SvmOptions _svm = new()
    {
        Seed = options.Seed,
        Balance = set.Kind == HeadKind.OneOf ? 1 : 0.5f,
    };

    public IReadOnlyList<TrainedLabel> Train(TrainingProgress progress)
    {
        var names = LearntLabels.Of(set);
        var positive = Array.ConvertAll(names, name => set.Examples.Select(example => example.Labels.Contains(name)).ToArray());
        var folds = GroupSplit.Folds(set.Examples, options.Folds, options.Seed);
        var separators = new Separator[names.Length];
        var heldOut = Array.ConvertAll(names, _ => new float[set.Examples.Count]);
        progress.Each(names.Length * (options.Folds + 1), job =>
        {
            var (label, part) = Math.DivRem(job, options.Folds + 1);
            if (part == options.Folds)
            {
                var whole = Separate(Members(_ => true), positive[label]);
                separators[label] = whole with { Weights = rows.Widen(whole.Weights) };
                return;
            }

            var separator = Separate(Members(at => folds[at] != part), positive[label]);
            foreach (var row in Members(at => folds[at] == part))
            {
                heldOut[label][row] = separator.Score(rows, row);
            }
        });

        var trained = names.Select((name, i) => Calibrate(name, separators[i], heldOut[i], positive[i])).ToArray();
        return set.Kind == HeadKind.OneOf ? Weigh(trained) : trained;
    }

    private static TrainedLabel Calibrate(string label, Separator separator, float[] heldOut, bool[] positive)
    {
        var calibration = Calibration.Fit(heldOut, positive);
        var confidences = Array.ConvertAll(heldOut, calibration.Confidence);
        var threshold = Thresholds.BestF1(confidences, positive, PriorThreshold, PriorStrength);
        return new TrainedLabel(label, separator, calibration, threshold, confidences);
    }

    private Separator Separate(int[] members, bool[] positive) =>
        new DualCoordinateDescent(rows, _svm).Train(members, positive);

    private int[] Members(Func<int, bool> chosen) => [.. Enumerable.Range(0, set.Examples.Count).Where(chosen)];

    private TrainedLabel[] Weigh(TrainedLabel[] trained)
    {
        var gold = set.Examples.Select(example => Array.FindIndex(trained, label => example.Labels.Contains(label.Name))).ToArray();
        var known = Enumerable.Range(0, gold.Length).Where(i => gold[i] >= 0).ToArray();
        var confidences = trained.Select(label => known.Select(i => label.HeldOut[i]).ToArray()).ToArray();
        var factors = Thresholds.BestMeanRecall(confidences, [.. known.Select(i => gold[i])]);
        return [.. trained.Select((label, i) => label with { Threshold = factors[i] })];
    }
}

/// <summary>A label as trained, before its weights are rounded; <paramref name="HeldOut"/> are held-out confidences.</summary>
internal sealed record TrainedLabel(string Name, Separator Separator, Calibration Calibration, float Threshold, float[] HeldOut);
