namespace Comms.Core.Triage.Training;

/// <summary>Trains one head.</summary>
internal static class HeadTrainer
{
    public static TrainedHead Train(TrainingSet set, SparseRows rows, TrainingOptions options, TrainingProgress progress)
    {
        var labels = LearntLabels.Of(set);
        var folds = GroupSplit.FoldsWithCommonTexts(set.Examples, options.Folds, options.Seed);
        var heldOut = new HeldOut(rows, folds, options.Folds, progress);
        return set.Kind == Models.HeadKind.AnyOf
            ? new AnyTrainer(set, labels, heldOut, options.Seed).Train()
            : new OneTrainer(set, labels, heldOut, options.Seed).Train();
    }
}
