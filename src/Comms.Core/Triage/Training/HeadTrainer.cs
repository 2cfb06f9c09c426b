using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>Trains the labels of one head and sets their confidence and thresholds on held-out folds.</summary>
internal sealed class HeadTrainer(TrainingSet set, SparseRows rows, TrainingOptions options)
{
    private const float PriorThreshold = 0.38f;
    private const float PriorStrength = 30;

    private readonly SvmOptions _svm = new()
    {
        Seed = options.Seed,
        Balance = set.Kind == HeadKind.OneOf ? 1 : 0.5f,
    };

    public IReadOnlyList<TrainedLabel> Train()
    {
        var labels = set.Examples
            .SelectMany(example => example.Labels.Distinct(StringComparer.Ordinal))
            .GroupBy(label => label, StringComparer.Ordinal)
            .Where(group => group.Count() >= set.LeastPerLabel)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var folds = GroupSplit.Folds(set.Examples, options.Folds, options.Seed);
        var trained = labels.Select(label => TrainLabel(label, folds)).ToArray();
        return set.Kind == HeadKind.OneOf ? Weigh(trained) : trained;
    }

    private TrainedLabel TrainLabel(string label, int[] folds)
    {
        var positive = set.Examples.Select(example => example.Labels.Contains(label)).ToArray();
        var heldOut = new float[positive.Length];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var part = fold;
            var separator = Separate(Members(at => folds[at] != part), positive);
            foreach (var row in Members(at => folds[at] == part))
            {
                heldOut[row] = separator.Score(rows, row);
            }
        }

        var calibration = Calibration.Fit(heldOut, positive);
        var confidences = Array.ConvertAll(heldOut, calibration.Confidence);
        var threshold = Thresholds.BestF1(confidences, positive, PriorThreshold, PriorStrength);
        return new TrainedLabel(label, Separate(Members(_ => true), positive), calibration, threshold, confidences);
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
