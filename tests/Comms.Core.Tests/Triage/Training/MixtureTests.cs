using Comms.Core.Triage;
using Comms.Core.Triage.Models;
using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class MixtureTests
{
    private static readonly string[] Goods = ["lovely", "kind", "clean", "friendly", "gentle"];
    private static readonly string[] Bads = ["rude", "dirty", "cold", "slow", "awful"];

    [Fact]
    public void The_same_sources_and_seed_give_the_same_bytes() => Assert.Equal(Bytes(Train(Mixed())), Bytes(Train(Mixed())));

    [Fact]
    public void A_head_of_several_sources_is_read_as_it_was_written()
    {
        var model = Train(Mixed());
        Assert.NotNull(model.Heads[0].Mixture);
        Assert.Equal(Bytes(model), Bytes(TriageModel.Read(new MemoryStream(Bytes(model)))));
    }

    [Fact]
    public void Each_source_keeps_its_own_custom()
    {
        var model = Train(Mixed());
        Assert.Equal("positive", Judge(model, "the ward was lovely today", "What was good?"));
        Assert.Equal("neutral", Judge(model, "the ward was lovely today", "Anything else?"));
    }

    [Fact]
    public void A_question_never_met_leaves_the_words_to_speak()
    {
        var model = Train(Mixed());
        Assert.Equal(Judge(model, "the ward was dirty today", null), Judge(model, "the ward was dirty today", "Who are you?"));
    }

    [Fact]
    public void A_question_speaks_for_themes_and_is_not_needed()
    {
        var examples = Enumerable.Range(0, 400).Select(i => new TrainingExample(i % 4 < 2 ? $"fine {i}" : $"parking {i}", i % 4 < 2 && i % 8 < 4 ? [] : i % 4 < 2 ? ["food"] : ["cars"])
        {
            Question = i % 8 < 4 ? "How was the park?" : "How was the meal?",
        });
        var model = Train(new TrainingSet("themes", HeadKind.AnyOf, [.. examples]));
        var result = new TriageResult();
        var triager = Triager.Create(new TriagerOptions { Model = model });
        triager.Triage("parking again", result);
        Assert.Equal("cars", result.Themes[0].Name);
        triager.Triage("parking again", "How was the park?", result);
        Assert.Equal("cars", result.Themes[0].Name);
    }

    [Fact]
    public void The_label_is_the_one_with_the_largest_share()
    {
        var triager = Triager.Create(new TriagerOptions { Model = Train(Mixed()) });
        var result = new TriageResult();
        foreach (var word in Goods.Concat(Bads))
        {
            triager.Triage($"the ward was {word} and the food was {word} too", result);
            var largest = Math.Max(result.Negative, Math.Max(result.Neutral, result.Positive));
            Assert.Equal(largest, result.Sentiment switch { "negative" => result.Negative, "neutral" => result.Neutral, _ => result.Positive });
            Assert.Equal(1, result.Negative + result.Neutral + result.Positive, 4);
        }
    }

    [Fact]
    public void A_text_of_another_medium_is_left_to_the_lexicons()
    {
        var result = new TriageResult();
        Triagers.Plain.Triage("@qwerty zxqv brrrt https://example.org fantastic wonderful", result);
        Assert.Equal("positive", result.Sentiment);
        Triagers.Plain.Triage("@qwerty zxqv brrrt https://example.org the table", result);
        Assert.Equal("neutral", result.Sentiment);
    }

    private static string Judge(TriageModel model, string text, string? question)
    {
        var result = new TriageResult();
        var triager = Triager.Create(new TriagerOptions { Model = model });
        if (question is null)
        {
            triager.Triage(text, result);
        }
        else
        {
            triager.Triage(text, question, result);
        }

        return result.Sentiment;
    }

    /// <summary>Two sources: what the one calls positive the other calls neutral.</summary>
    private static TrainingSet Mixed()
    {
        var examples = new List<TrainingExample>();
        for (var i = 0; i < 600; i++)
        {
            var (source, good) = (i % 2 == 0 ? "a" : "b", i % 4 < 2);
            var word = (good ? Goods : Bads)[i % 5];
            var label = good ? source == "a" && i % 16 != 0 ? "positive" : "neutral" : "negative";
            examples.Add(new TrainingExample($"the ward was {word} today {i}", [label]) { Source = source, Question = source == "a" ? "What was good?" : "Anything else?" });
        }

        return new TrainingSet("sentiment", HeadKind.OneOf, examples);
    }

    private static TriageModel Train(TrainingSet set) =>
        ModelTrainer.Train([set], new TrainingOptions { Bits = 12 }, cancel: TestContext.Current.CancellationToken);

    private static byte[] Bytes(TriageModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
