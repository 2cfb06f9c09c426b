using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// Trains the labels of one head and sets their confidence and thresholds on held-out folds. Labels and folds are
/// trained side by side; each result has its place, so that no order of finishing changes anything.
/// </summary>
internal sealed class HeadTrainer(TrainingSet set, SparseRows rows, TrainingOptions options)
{
    private readonly SvmOptions _svm = new()
    {
        Seed = options.Seed,
        Balance = set.Kind == HeadKind.OneOf ? 1 : 0.5f,
    };

    public TrainedHead Train(TrainingProgress progress)
    {
        var names = LearntLabels.Of(set);
        var positive = Array.ConvertAll(names, name => set.Examples.Select(example => example.Labels.Contains(name)).ToArray());
        var split = GroupSplit.Of(set.Examples, options.Folds, options.Seed);
        var folds = split.Folds;
        var separators = new Separator[names.Length];
        var heldOut = Array.ConvertAll(names, _ => new float[set.Examples.Count]);
        var everything = Rows(_ => true);
        progress.Each(names.Length * (options.Folds + 1), job =>
        {
            var (label, part) = Math.DivRem(job, options.Folds + 1);
            if (part == options.Folds)
            {
                var whole = Separate(everything, positive[label]);
                separators[label] = whole with { Weights = rows.Widen(whole.Weights) };
                return;
            }

            var separator = Separate(Rows(row => folds[row] != part), positive[label]);
            foreach (var row in Rows(row => folds[row] == part))
            {
                heldOut[label][row] = separator.Score(rows, row);
            }
        });

        var fit = HeadFit.To(set.Kind, heldOut, positive, everything);
        return new TrainedHead(
            [.. names.Select((name, i) => new TrainedLabel(name, separators[i], fit.Calibrations[i], fit.Thresholds[i]))],
            CrossValidation.Of(set, names, heldOut, positive, split, fit.Thresholds));
    }

    private Separator Separate(int[] members, bool[] positive) =>
        new DualCoordinateDescent(rows, _svm).Train(members, positive);

    private int[] Rows(Func<int, bool> chosen) => [.. Enumerable.Range(0, set.Examples.Count).Where(chosen)];
}

/// <summary>A head as trained, and how it did on texts it had not seen.</summary>
internal sealed record TrainedHead(IReadOnlyList<TrainedLabel> Labels, Evaluation CrossValidated);

/// <summary>A label as trained, before its weights are rounded.</summary>
internal sealed record TrainedLabel(string Name, Separator Separator, Calibration Calibration, float Threshold);
