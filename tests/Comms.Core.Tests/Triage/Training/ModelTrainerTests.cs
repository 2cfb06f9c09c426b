using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class ModelTrainerTests
{
    [Fact]
    public void Held_out_figures_are_of_each_text_once()
    {
        var twice = Pets.OneOf with { Examples = [.. Pets.Examples, .. Pets.Examples.Take(30)] };

        var result = Learn(twice, Pets.AnyOf);

        Assert.Equal(["pet", "themes"], result.HeldOut.Select(head => head.Figures.Head));
        Assert.All(result.HeldOut, head => Assert.Equal((80, 1.0, 1.0), (head.Figures.Examples, head.Figures.MacroRecall, head.Share)));
    }

    [Fact]
    public void Of_a_large_set_a_fifth_is_held_out()
    {
        var large = Pets.OneOf with { Examples = [.. Enumerable.Range(0, 2_100).Select(i => Pets.Examples[i % 80] with { Text = $"{Pets.Examples[i % 80].Text} of week {i}" })] };

        var heldOut = Learn(large).HeldOut[0];

        Assert.Equal((0.2, 420), (heldOut.Share, heldOut.Figures.Examples));
    }

    [Fact]
    public void Labels_that_mean_nothing_are_not_told_apart()
    {
        var noise = Pets.OneOf with { Examples = [.. Pets.Examples.Select((example, i) => example with { Labels = [i / 2 % 2 == 0 ? "odd" : "even"], Text = $"entry {i * 7919 % 1009}" })] };

        Assert.InRange(Learn(noise).HeldOut[0].Figures.Accuracy, 0.2, 0.8);
    }

    [Fact]
    public void A_label_too_rare_to_be_learnt_counts_as_missed()
    {
        var rare = Pets.OneOf with { Examples = [.. Pets.Examples, new TrainingExample("An owl sat there", ["owl"])] };

        var figures = Learn(rare).HeldOut[0].Figures.Labels;

        Assert.Equal(["cat", "dog", "owl"], figures.Select(label => label.Name));
        Assert.Equal((1, 0.0, null), (figures[2].Support, figures[2].Recall, figures[2].Threshold));
    }

    [Fact]
    public void Heads_of_a_base_say_what_they_said_before()
    {
        var joined = Train(Pets.AnyOf with { Name = "pets" }, new TrainingOptions { Base = TriageModel.Shipped });

        Assert.Equal([.. TriageModel.Shipped.Heads.Select(head => head.Name), "pets"], joined.Heads.Select(head => head.Name));
        Assert.Equal(1, ModelEvaluator.Evaluate(joined, "pets", Pets.Examples).Accuracy);
        Assert.All(TriageModel.Shipped.Heads, head => Assert.Equal(
            ModelEvaluator.Evaluate(TriageModel.Shipped, head.Name, Pets.Examples).CalibrationError,
            ModelEvaluator.Evaluate(joined, head.Name, Pets.Examples).CalibrationError));
        Assert.Equal(Pets.Bytes(joined), Pets.Bytes(TriageModel.Read(new MemoryStream(Pets.Bytes(joined)))));
    }

    [Fact]
    public void A_head_of_the_same_name_is_replaced()
    {
        var model = Train(Pets.OneOf, new TrainingOptions { Base = Train(Pets.AnyOf with { Name = "pet" }, Pets.Small) });

        Assert.Equal(HeadKind.OneOf, Assert.Single(model.Heads).Kind);
    }

    [Fact]
    public void The_notice_of_the_lexicons_goes_with_the_model()
    {
        var model = Train(Pets.OneOf, Pets.Small with { Notice = "Our own letters." });

        Assert.StartsWith("Our own letters.", model.Notice, StringComparison.Ordinal);
        Assert.EndsWith(TriageModel.Shipped.Notice, model.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_learnt_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Train(Pets.OneOf with { Examples = [.. Pets.Examples.Take(9)] }, Pets.Small));
        Assert.Throws<ArgumentException>(() => Train(Pets.OneOf with { LeastPerLabel = 41 }, Pets.Small));
        Assert.Throws<ArgumentException>(() => Train(Pets.OneOf with { Examples = [.. Pets.Examples.Where(pet => pet.Labels[0] == "cat")] }, Pets.Small));
        Assert.Throws<ArgumentException>(() => Train(Many(1025), Pets.Small));
    }

    [Fact]
    public void It_tells_how_far_it_is_and_stops_when_told()
    {
        using var stop = new CancellationTokenSource();
        var shares = new Shares(_ => { });

        ModelTrainer.TrainAndMeasure([Pets.OneOf, Pets.AnyOf], Pets.Small, shares, stop.Token);

        Assert.Equal(1, shares.Largest);
        Assert.ThrowsAny<OperationCanceledException>(() => ModelTrainer.Train([Pets.OneOf], Pets.Small, new Shares(_ => stop.Cancel()), stop.Token));
    }

    private static TriageModel Train(TrainingSet set, TrainingOptions options) =>
        ModelTrainer.Train([set], options, cancel: TestContext.Current.CancellationToken);

    private static TrainingResult Learn(params IReadOnlyList<TrainingSet> sets) =>
        ModelTrainer.TrainAndMeasure(sets, Pets.Small, cancel: TestContext.Current.CancellationToken);

    private static TrainingSet Many(int labels) => new(
        "many", HeadKind.AnyOf, [.. Enumerable.Range(0, labels).Select(i => new TrainingExample($"text {i}", [$"label {i}"]))])
    { LeastPerLabel = 1 };

    private sealed class Shares(Action<double> then) : IProgress<double>
    {
        private readonly Lock _lock = new();

        public double Largest { get; private set; }

        public void Report(double value)
        {
            lock (_lock)
            {
                Largest = Math.Max(Largest, value);
                then(value);
            }
        }
    }
}
