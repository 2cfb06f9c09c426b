using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class TallyTests
{
    private static readonly string[] Colours = ["blue", "green", "red"];
    private static readonly float[] Even = [1, 1, 1];
    private static readonly float[] Half = [0.5f, 0.5f, 0.5f];

    /// <summary>Of four, the first and the last are right; green is never given, grey is not known.</summary>
    private static readonly (string Gold, float[] Confidences)[] OneOf =
    [
        ("blue", [0.8f, 0.1f, 0.1f]),
        ("green", [0.6f, 0.3f, 0.1f]),
        ("grey", [0.1f, 0.2f, 0.7f]),
        ("red", [0.1f, 0.3f, 0.6f]),
    ];

    [Fact]
    public void The_table_of_one_label_each_is_the_one_worked_out_by_hand()
    {
        var evaluation = Evaluate(OneOf);

        Assert.Equal(["blue", "green", "grey", "red"], evaluation.Labels.Select(label => label.Name));
        Assert.Equal([(1, 2, 1), (1, 0, 0), (1, 0, 0), (1, 2, 1)], evaluation.Labels.Select(label => (label.Support, label.Given, label.Hits)));
        Assert.Equal([0.5, 0, 0, 0.5], evaluation.Labels.Select(label => label.Precision));
        Assert.Equal([1.0, 0, 0, 1], evaluation.Labels.Select(label => label.Recall));
        Assert.Equal([2 / 3.0, 0, 0, 2 / 3.0], evaluation.Labels.Select(label => label.F1));
        Assert.Equal([1f, 1, null, 1], evaluation.Labels.Select(label => label.Threshold));
        Assert.Equal((0.5, 0.5, 0.5), (evaluation.Accuracy, evaluation.MacroRecall, evaluation.MicroF1));
        Assert.Equal(1 / 3.0, evaluation.MacroF1, 1e-9);

        // Bin by bin: .8 and right; .7 and wrong; twice .6 and once right.
        Assert.Equal((0.2 + 0.7 + 0.2) / 4, evaluation.CalibrationError, 1e-6);
    }

    [Fact]
    public void The_table_of_any_labels_is_the_one_worked_out_by_hand()
    {
        var tally = new Tally("themes", HeadKind.AnyOf, Colours);
        tally.Add(["blue", "red"], [0.9f, 0.2f, 0.4f], Half);
        tally.Add([], [0.1f, 0.6f, 0.1f], Half);
        tally.Add(["green"], [0.1f, 0.7f, 0.1f], Half);
        tally.Add([], [0.1f, 0.1f, 0.1f], Half);

        var evaluation = tally.ToEvaluation(Half);

        Assert.Equal([(1, 1, 1), (1, 2, 1), (1, 0, 0)], evaluation.Labels.Select(label => (label.Support, label.Given, label.Hits)));
        Assert.Equal(0.5, evaluation.Accuracy);
        Assert.Equal(4 / 6.0, evaluation.MicroF1, 1e-9);
        Assert.Equal((1 + (2 / 3.0) + 0) / 3, evaluation.MacroF1, 1e-9);
        Assert.Equal(2 / 3.0, evaluation.MacroRecall, 1e-9);
        Assert.Equal((0.1 + 0.6 + 0.3) / 3, evaluation.CalibrationErrorOfGiven, 1e-6);
    }

    [Fact]
    public void A_factor_may_give_what_is_not_the_likeliest_and_then_its_own_share_counts()
    {
        var tally = new Tally("colour", HeadKind.OneOf, Colours);
        tally.Add(["green"], [0.5f, 0.3f, 0.2f], [1, 2, 1]);

        var evaluation = tally.ToEvaluation(Even);

        Assert.Equal(1, evaluation.Accuracy);
        Assert.Equal(0.7, evaluation.CalibrationError, 1e-6);
    }

    [Fact]
    public void A_label_without_support_is_in_no_mean()
    {
        var tally = new Tally("colour", HeadKind.OneOf, Colours);
        tally.Add(["red"], [0.1f, 0.1f, 0.8f], Even);

        Assert.Equal((1.0, 1.0), (tally.ToEvaluation(Even).MacroRecall, tally.ToEvaluation(Even).MacroF1));
    }

    [Fact]
    public void Perfect_predictions_give_one_everywhere() => Gen.Int[0, 2].Array[1, 50].Sample(gold =>
    {
        var evaluation = Evaluate(gold.Select(colour => (Colours[colour], Sure(colour))));

        Assert.Equal((1.0, 1.0, 1.0, 1.0), (evaluation.Accuracy, evaluation.MacroRecall, evaluation.MicroF1, evaluation.MacroF1));
        Assert.Equal(0, evaluation.CalibrationError, 1e-6);
    });

    [Fact]
    public void The_order_of_the_examples_changes_nothing()
    {
        var row = Gen.Select(Gen.Int[0, 3], Gen.Float[0.01f, 0.99f].Array[3]);
        row.Array[1, 40].Sample(rows =>
        {
            var examples = rows.Select(pair => (pair.Item1 < 3 ? Colours[pair.Item1] : "grey", pair.Item2)).ToArray();
            var (one, other) = (Evaluate(examples), Evaluate(examples.Reverse()));

            Assert.Equal(one.Labels, other.Labels);
            Assert.Equal((one.Accuracy, one.MacroRecall, one.MacroF1), (other.Accuracy, other.MacroRecall, other.MacroF1));
            Assert.Equal(one.CalibrationError, other.CalibrationError, 1e-9);
        });
    }

    private static Evaluation Evaluate(IEnumerable<(string Gold, float[] Confidences)> examples)
    {
        var tally = new Tally("colour", HeadKind.OneOf, Colours);
        foreach (var (gold, confidences) in examples)
        {
            tally.Add([gold], confidences, Even);
        }

        return tally.ToEvaluation(Even);
    }

    private static float[] Sure(int colour) => [.. Enumerable.Range(0, 3).Select(i => i == colour ? 1f : 0f)];
}
