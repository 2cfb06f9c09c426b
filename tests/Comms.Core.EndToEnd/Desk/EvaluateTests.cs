using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class EvaluateTests : IDisposable
{
    private static readonly string Few = Letters.Csv("text,label",
        ["The nurse was kind,positive", "Rude staff and a filthy ward,negative", "Lovely and caring,positive"]);

    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_shipped_model_is_measured_by_name()
    {
        desk.Write("in.csv", Few);

        var result = (await desk.RunAsync("evaluate", "--model", "shipped", "--input", "in.csv", "--label", "label")).Ended(0);

        Assert.Equal("sentiment: one label each; 3 messages; shipped on in.csv", result.Lines[0]);
        Assert.Contains("macro recall 1.0000", result.Lines);
    }

    [Fact]
    public async Task A_label_that_the_model_does_not_know_is_named_and_counts_as_missed()
    {
        desk.Write("in.csv", Few + "It was green,purple\n");

        var result = (await desk.RunAsync("evaluate", "--model", "shipped", "--input", "in.csv", "--label", "label")).Ended(0);

        Assert.Contains("does not know them: purple (1)", result.Errors, StringComparison.Ordinal);
        Assert.Contains("macro recall 0.6667", result.Lines);
        Assert.Contains("accuracy 0.7500", result.Lines);
    }

    [Fact]
    public async Task The_head_is_the_one_that_knows_the_labels_and_its_cells_are_lists_when_it_gives_many()
    {
        desk.Write("in.csv", Letters.Listed('|'));
        desk.Write("columns.csv", Letters.Columned());
        (await desk.RunAsync("train", "--input", "in.csv", "--label", "themes", "--multi-label", "--head", "topics", "--base", "shipped", "--output", "own.model")).Ended(0);

        var listed = (await desk.RunAsync("evaluate", "--model", "own.model", "--input", "in.csv", "--label", "themes")).Ended(0);
        var columned = (await desk.RunAsync(
            "evaluate", "--model", "own.model", "--input", "columns.csv", "--label", "meals", "--label", "parking", "--label", "waiting")).Ended(0);

        Assert.StartsWith("topics: any number of labels; 120 messages", listed.Lines[0], StringComparison.Ordinal);
        Assert.Equal(listed.Lines.Skip(1), columned.Lines.Skip(1));
    }

    [Fact]
    public async Task Figures_come_as_json()
    {
        desk.Write("in.csv", Few);

        var json = Assert.Single((await desk.RunAsync(
            "evaluate", "--model", "shipped", "--input", "in.csv", "--label", "label", "--format", "json")).Ended(0).Json);

        Assert.Equal(("sentiment", 3, 1.0), (json.GetProperty("head").GetString(), json.GetProperty("messages").GetInt32(), json.GetProperty("macroRecall").GetDouble()));
        Assert.Equal(["negative", "neutral", "positive"], json.GetProperty("labels").EnumerateArray().Select(label => label.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task Bad_rows_are_named_and_the_others_are_measured()
    {
        desk.Write("in.csv", Few + ",positive\nGood,\n");

        var result = (await desk.RunAsync("evaluate", "--model", "shipped", "--input", "in.csv", "--label", "label")).Ended(1);

        Assert.Contains("in.csv:5: empty", result.Errors, StringComparison.Ordinal);
        Assert.Contains("in.csv:6: no label in \"label\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("3 messages", result.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text,label\nGood,purple\n", "the model knows no label", "shipped")]
    [InlineData("text,label\nGood,positive\n", "missing.model", "missing.model")]
    [InlineData("text,label\nGood,positive\n", "no triage model", "in.csv")]
    [InlineData("text,label\n,positive\n", "in.csv:2: empty", "shipped")]
    public async Task What_cannot_be_measured_says_why(string input, string reason, string model)
    {
        desk.Write("in.csv", input);

        var result = (await desk.RunAsync("evaluate", "--model", model, "--input", "in.csv", "--label", "label")).Ended(2);

        Assert.Equal("", result.Output);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_is_not_there_is_told_with_those_that_are()
    {
        desk.Write("in.csv", Few);

        var result = (await desk.RunAsync("evaluate", "--model", "shipped", "--input", "in.csv", "--label", "label", "--head", "mood")).Ended(2);

        Assert.Contains("no head 'mood'; it has sentiment, themes", result.Errors, StringComparison.Ordinal);
    }
}
