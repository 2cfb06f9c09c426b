namespace Comms.Core.Triage.Training;

/// <summary>Trains one head.</summary>
internal static class HeadTrainer
{
    public static TrainedHead Train(TrainingSet set, SparseRows rows, TrainingOptions options)
    {
        var labels = LabelsOf(set);
        var heldOut = new HeldOut(rows, GroupSplit.FoldsWithCommonTexts(set.Examples, options.Folds, options.Seed), options.Folds);
        return set.Kind == Models.HeadKind.AnyOf
            ? new AnyTrainer(set, labels, heldOut, options.Seed).Train()
            : new OneTrainer(set, labels, heldOut, options.Seed).Train();
    }

    private static string[] LabelsOf(TrainingSet set)
    {
        var labels = set.Examples
            .SelectMany(example => example.Labels.Distinct(StringComparer.Ordinal))
            .GroupBy(label => label, StringComparer.Ordinal)
            .Where(group => group.Count() >= set.LeastPerLabel)
            .Select(group => group.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return labels.Length > 0
            ? labels
            : throw new ArgumentException($"No label of '{set.Name}' has {set.LeastPerLabel} examples.", nameof(set));
    }
}
