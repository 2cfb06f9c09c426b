using Comms.Core.Triage;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class ModelEvaluatorTests
{
    private static readonly string[] Comments =
    [
        "The nurse was kind and explained everything to me.", "I waited three hours and nobody told me why.",
        "The food was cold again, and the ward was dirty.", "It is the clinic by the station.", "Lovely staff, thank you so much!",
        "My appointment was cancelled twice without a letter.", "Parking was fine but the doctor would not listen.",
    ];

    [Fact]
    public void What_can_be_told_apart_is_told_apart()
    {
        var model = ModelTrainer.Train([Pets.OneOf], Pets.Small, cancel: TestContext.Current.CancellationToken);

        var evaluation = ModelEvaluator.Evaluate(model, "pet", Pets.Examples);

        Assert.Equal((80, 1.0, 1.0), (evaluation.Examples, evaluation.Accuracy, evaluation.MacroRecall));
    }

    [Fact]
    public void It_decides_as_triage_does_of_one_label_each()
    {
        var result = new TriageResult();
        Assert.All(Comments, comment =>
        {
            Triagers.Plain.Triage(comment, result);
            Assert.Equal(1, ModelEvaluator.Evaluate(TriageModel.Shipped, "sentiment", [new(comment, [result.Sentiment])]).Accuracy);
        });
    }

    [Fact]
    public void It_decides_as_triage_does_of_any_labels()
    {
        var result = new TriageResult();
        Assert.All(Comments, comment =>
        {
            Triagers.Plain.Triage(comment, result);
            var themes = result.Themes.ToArray().Select(theme => theme.Name).ToArray();
            Assert.Equal(1, ModelEvaluator.Evaluate(TriageModel.Shipped, "themes", [new(comment, themes)]).Accuracy);
        });
    }

    [Fact]
    public void A_head_that_is_not_there_and_no_examples_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ModelEvaluator.Evaluate(TriageModel.Shipped, "colour", Pets.Examples));
        Assert.ThrowsAny<ArgumentException>(() => ModelEvaluator.Evaluate(TriageModel.Shipped, "sentiment", []));
    }
}
