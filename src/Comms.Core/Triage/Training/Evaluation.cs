using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Training;

/// <summary>
/// How a head did on labelled examples. Every figure is from 0 to 1. A mean over labels ("macro") counts each label that
/// at least one example has, however rare; a label that the head does not know counts as missed.
/// </summary>
public sealed record Evaluation
{
    /// <summary>The head's name.</summary>
    public required string Head { get; init; }

    /// <summary>Whether it gives one label or any number.</summary>
    public required HeadKind Kind { get; init; }

    /// <summary>How many examples were judged.</summary>
    public required int Examples { get; init; }

    /// <summary>Label by label, in ordinal order: those of the head, and those that only the examples have.</summary>
    public required IReadOnlyList<LabelFigures> Labels { get; init; }

    /// <summary>The share of examples whose labels are exactly right, all of them and no other.</summary>
    public required double Accuracy { get; init; }

    /// <summary>
    /// Expected calibration error: Σ |B_m|/n · |acc(B_m) − conf(B_m)| over 15 bins of equal width (Guo, Pleiss, Sun and
    /// Weinberger 2017). Of a head that gives one label, over the label given to each example and its share;
    /// of one that gives any number, over every label of every example, given or not: the confidence that it holds,
    /// against whether it does.
    /// </summary>
    public required double CalibrationError { get; init; }

    /// <summary>
    /// The same over the labels that were given alone, whose confidence people see. Stricter for a head that gives any
    /// number of labels, since most labels are rightly not given with a confidence near 0; equal for one that gives one.
    /// </summary>
    public required double CalibrationErrorOfGiven { get; init; }

    /// <summary>The mean of the labels' recall.</summary>
    public double MacroRecall => Mean(label => label.Recall);

    /// <summary>The mean of the labels' F1.</summary>
    public double MacroF1 => Mean(label => label.F1);

    /// <summary>2 · hits / (given + support), counted over all labels together.</summary>
    public double MicroF1 =>
        Ratio(2 * Labels.Sum(label => (long)label.Hits), Labels.Sum(label => (long)label.Given + label.Support));

    internal static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private double Mean(Func<LabelFigures, double> figure) =>
        Labels.Where(label => label.Support > 0).Select(figure).DefaultIfEmpty(0).Average();
}

/// <summary>How a label did. Its ratios are 0 where they would divide by nothing.</summary>
/// <param name="Name">The label.</param>
/// <param name="Support">How many examples have it.</param>
/// <param name="Given">To how many it was given.</param>
/// <param name="Hits">How many have it and were given it.</param>
/// <param name="Threshold">As <see cref="HeadLabel.Threshold"/>; null when the head does not know the label.</param>
public sealed record LabelFigures(string Name, int Support, int Given, int Hits, float? Threshold)
{
    /// <summary>Hits among what was given.</summary>
    public double Precision => Evaluation.Ratio(Hits, Given);

    /// <summary>Hits among what was there to be found.</summary>
    public double Recall => Evaluation.Ratio(Hits, Support);

    /// <summary>The harmonic mean of precision and recall: 2 · hits / (given + support).</summary>
    public double F1 => Evaluation.Ratio(2L * Hits, (long)Given + Support);
}
