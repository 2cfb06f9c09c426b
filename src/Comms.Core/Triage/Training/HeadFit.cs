using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>What turns the scores of a head's labels into confidence and decisions, fitted to scores of held-out texts.</summary>
internal sealed record HeadFit(Calibration[] Calibrations, float[] Thresholds)
{
    private const float PriorThreshold = 0.38f;
    private const float PriorStrength = 30;

    /// <summary>Fits to <paramref name="rows"/> alone; scores and truths are by label, then by row.</summary>
    public static HeadFit To(HeadKind kind, float[][] scores, bool[][] positive, int[] rows)
    {
        var labels = new (Calibration Calibration, float[] Confidences, bool[] Positive)[scores.Length];
        Parallel.For(0, labels.Length, label => labels[label] = Calibrate(Pick(scores[label], rows), Pick(positive[label], rows)));
        var calibrations = Array.ConvertAll(labels, label => label.Calibration);
        return new HeadFit(calibrations, kind == HeadKind.OneOf
            ? Factors(Array.ConvertAll(labels, label => label.Confidences), Array.ConvertAll(labels, label => label.Positive))
            : Array.ConvertAll(labels, label => Training.Thresholds.BestF1(label.Confidences, label.Positive, PriorThreshold, PriorStrength)));
    }

    private static (Calibration Calibration, float[] Confidences, bool[] Positive) Calibrate(float[] scores, bool[] positive)
    {
        var calibration = Calibration.Fit(scores, positive);
        return (calibration, Array.ConvertAll(scores, calibration.Confidence), positive);
    }

    /// <summary>Rows whose label is not learnt teach the factors nothing.</summary>
    private static float[] Factors(float[][] confidences, bool[][] positive)
    {
        var gold = Enumerable.Range(0, confidences[0].Length).Select(row => Array.FindIndex(positive, label => label[row])).ToArray();
        var known = Enumerable.Range(0, gold.Length).Where(row => gold[row] >= 0).ToArray();
        return Training.Thresholds.BestMeanRecall(Array.ConvertAll(confidences, label => Pick(label, known)), Pick(gold, known));
    }

    private static T[] Pick<T>(T[] from, int[] rows) => Array.ConvertAll(rows, row => from[row]);
}
