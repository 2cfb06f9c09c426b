using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class SelfTrainingTests
{
    private static readonly UnlabelledText[] Letters =
        [.. Enumerable.Range(0, 60).Select(i => new UnlabelledText(i % 2 == 0 ? $"My cat loves her scratching post, week {i}" : $"My dog loves his squeaky bone, week {i}"))];

    [Fact]
    public void Words_that_only_texts_without_labels_have_are_learnt()
    {
        TrainingExample[] strange = [new("loves her scratching post", ["cat"]), new("loves his squeaky bone", ["dog"])];

        Assert.InRange(Found(Train(Pets.AnyOf), strange), 0, 0.5);
        Assert.Equal(1, Found(Train(Pets.AnyOf with { Unlabelled = Letters }), strange));
    }

    [Fact]
    public void It_gives_the_same_bytes_each_time()
    {
        var set = Pets.AnyOf with { Unlabelled = Letters };

        Assert.Equal(Pets.Bytes(Train(set)), Pets.Bytes(Train(set)));
    }

    [Fact]
    public void Figures_are_of_what_people_labelled()
    {
        var result = ModelTrainer.TrainAndMeasure([Pets.AnyOf with { Unlabelled = Letters }], Pets.Small, cancel: TestContext.Current.CancellationToken);

        Assert.Equal((80, 1.0), (result.HeldOut[0].Figures.Examples, result.HeldOut[0].Figures.MicroF1));
    }

    [Fact]
    public void A_head_that_picks_one_label_takes_none() =>
        Assert.Throws<ArgumentException>(() => Train(Pets.OneOf with { Unlabelled = Letters }));

    [Fact]
    public void A_text_near_the_threshold_is_not_learnt_from()
    {
        var guesses = new Guesses([new("a"), new("b"), new("c")], [new Calibration(1, 0)], [0.5f]).Of([[3, 0.1f, -3]]);

        Assert.Equal([0, 2], guesses[0].Sure);
        Assert.Equal([true, false], guesses[0].Sure.Select(at => guesses[0].Positive[at]));
    }

    [Fact]
    public void A_text_leans_the_way_that_its_group_does()
    {
        var texts = Enumerable.Range(0, 60).Select(i => new UnlabelledText($"{i}", i < 30 ? "parking" : "food")).ToArray();
        var scores = texts.Select((text, i) => i is 0 or 30 ? -0.2f : text.Group == "parking" ? 2f : -2f).ToArray();

        var guesses = new Guesses(texts, [new Calibration(1, 0)], [0.5f]).Of([scores])[0];

        Assert.True(guesses.Positive[0]);
        Assert.False(guesses.Positive[30]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(-200)]
    public void Where_all_texts_agree_a_group_changes_nothing(float score)
    {
        var texts = Enumerable.Range(0, 3).Select(i => new UnlabelledText($"{i}", "parking")).ToArray();

        var guesses = new Guesses(texts, [new Calibration(1, 0)], [0.5f]).Of([[score, score, score]])[0];

        Assert.Equal(3, guesses.Sure.Length);
        Assert.All(guesses.Positive, positive => Assert.Equal(score > 0, positive));
    }

    [Fact]
    public void A_small_group_says_little()
    {
        var texts = Enumerable.Range(0, 40).Select(i => new UnlabelledText($"{i}", i == 0 ? "rare" : "")).ToArray();
        float[] scores = [-0.4f, .. Enumerable.Repeat(-2f, 39)];

        Assert.False(new Guesses(texts, [new Calibration(1, 0)], [0.5f]).Of([scores])[0].Positive[0]);
    }

    private static TriageModel Train(TrainingSet set) => ModelTrainer.Train([set], Pets.Small, cancel: TestContext.Current.CancellationToken);

    private static double Found(TriageModel model, TrainingExample[] examples) => ModelEvaluator.Evaluate(model, "themes", examples).MicroF1;
}
