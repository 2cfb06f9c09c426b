namespace Comms.Core.Triage.Training;

/// <summary>
/// Figures from the folds of a training: each fold is scored by what was trained without it, and decided by curves and
/// thresholds that were fitted without it.
/// </summary>
internal static class CrossValidation
{
    public static Evaluation Of(TrainingSet set, string[] labels, float[][] heldOut, bool[][] positive, GroupSplit split, float[] thresholds)
    {
        var tally = new Tally(set.Name, set.Kind, labels);
        var confidences = new float[labels.Length];
        for (var part = 0; part <= split.Folds.Max(); part++)
        {
            var fit = HeadFit.To(set.Kind, heldOut, positive, Rows(split.Folds, fold => fold != part));
            foreach (var row in split.Distinct.Where(row => split.Folds[row] == part))
            {
                for (var label = 0; label < labels.Length; label++)
                {
                    confidences[label] = fit.Calibrations[label].Confidence(heldOut[label][row]);
                }

                tally.Add(set.Examples[row].Labels, confidences, fit.Thresholds);
            }
        }

        return tally.ToEvaluation(thresholds);
    }

    private static int[] Rows(int[] folds, Func<int, bool> chosen) =>
        [.. Enumerable.Range(0, folds.Length).Where(row => chosen(folds[row]))];
}
