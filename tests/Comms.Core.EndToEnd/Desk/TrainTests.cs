using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class TrainTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_report_has_a_table_by_label_and_a_line_for_each_mean()
    {
        desk.Write("in.csv", Letters.Single(0, 90));

        var result = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model")).Ended(0);

        Assert.StartsWith("team: one label each; 90 messages; cross-validated in five parts, each text once", result.Lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^label +support +precision +recall +F1 +threshold$", result.Lines[1]);
        Assert.All(["meals", "parking", "waiting"], label => Assert.Single(result.Lines, line => line.StartsWith(label + " ", StringComparison.Ordinal)));
        Assert.All(
            ["accuracy", "macro recall", "micro F1", "macro F1", "expected calibration error"],
            figure => Assert.Single(result.Lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, $@"^{figure} [01]\.\d{{4}}$")));
        Assert.True(Figure(result, "macro recall") > 0.9);
    }

    [Fact]
    public async Task The_same_data_and_seed_give_the_same_bytes_and_the_same_report()
    {
        desk.Write("in.csv", Letters.Single(0, 90));

        var one = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "one.model", "--seed", "7")).Ended(0);
        desk.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        desk.Environment["LANG"] = desk.Environment["LC_ALL"] = "de_DE.UTF-8";
        var two = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "two.model", "--seed", "7")).Ended(0);

        Assert.Equal(one.Output, two.Output);
        Assert.Equal(await BytesAsync("one.model"), await BytesAsync("two.model"));
    }

    [Fact]
    public async Task A_holdout_is_measured_on_and_not_learnt_from()
    {
        desk.Write("in.csv", Letters.Single(0, 60));
        desk.Write("apart.csv", Letters.Single(60, 30));

        var train = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model", "--holdout", "apart.csv")).Ended(0);
        var evaluate = (await desk.RunAsync("evaluate", "--model", "own.model", "--input", "apart.csv", "--label", "team")).Ended(0);

        Assert.Contains("30 messages; held out in apart.csv", train.Lines[0], StringComparison.Ordinal);
        Assert.Equal(train.Lines.Skip(1), evaluate.Lines.Skip(1));
        Assert.DoesNotContain("learnt from too", train.Errors, StringComparison.Ordinal);

        var seen = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model", "--holdout", "in.csv")).Ended(0);
        Assert.Contains("in.csv: 60 of these texts are learnt from too", seen.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_labels_come_in_a_list_in_an_array_or_in_a_column_each_and_mean_the_same()
    {
        desk.Write("bars.csv", Letters.Listed('|'));
        desk.Write("semicolons.csv", Letters.Listed(';'));
        desk.Write("lines.jsonl", Letters.JsonLines());
        desk.Write("columns.csv", Letters.Columned());

        var bars = await TrainAsync("bars", "--input", "bars.csv", "--label", "themes", "--multi-label");
        var semicolons = await TrainAsync("semicolons", "--input", "semicolons.csv", "--label", "themes", "--multi-label");
        var lines = await TrainAsync("lines", "--input", "lines.jsonl", "--label", "themes", "--multi-label");
        var columns = await TrainAsync("columns", "--input", "columns.csv", "--label", "Meals", "--label", "parking", "--label", "waiting");

        Assert.Contains("split at |", bars.Errors, StringComparison.Ordinal);
        Assert.Contains("split at ;", semicolons.Errors, StringComparison.Ordinal);
        Assert.Contains("JSON array", lines.Errors, StringComparison.Ordinal);
        Assert.Contains("3 columns", columns.Errors, StringComparison.Ordinal);
        Assert.All([semicolons, lines, columns], result => Assert.Equal(bars.Output, result.Output));
        foreach (var other in new[] { "semicolons", "lines", "columns" })
        {
            Assert.Equal(await BytesAsync("bars.model"), await BytesAsync($"{other}.model"));
        }
    }

    [Fact]
    public async Task Triage_judges_with_the_model()
    {
        desk.Write("in.csv", Letters.Listed('|'));
        await TrainAsync("own", "--input", "in.csv", "--label", "themes", "--multi-label");
        await TrainAsync("both", "--input", "in.csv", "--label", "themes", "--multi-label", "--base", "shipped");
        const string Letter = "The soup was cold and we waited all morning\n";

        var own = (await desk.PipeAsync(Letter, "triage", "--model", "own.model")).Ended(0).Json[0];
        var both = (await desk.PipeAsync(Letter, "triage", "--model", "both.model")).Ended(0).Json[0];
        var shipped = (await desk.PipeAsync(Letter, "triage")).Ended(0).Json[0];

        Assert.Equal(["meals", "waiting"], Themes(own));
        Assert.Equal(["meals", "waiting"], Themes(both));
        Assert.Equal("unknown", own.GetProperty("sentiment").GetProperty("label").GetString());
        Assert.Equal(shipped.GetProperty("sentiment").ToString(), both.GetProperty("sentiment").ToString());
    }

    [Fact]
    public async Task Sentiment_in_any_case_becomes_the_sentiment_of_triage()
    {
        var moods = new[] { "Negative", "NEUTRAL", "positive" };
        var rows = Letters.All.Select((letter, i) => $"{new[] { "Awful", "It was Monday", "Wonderful" }[i % 3]} {letter.Text},{moods[i % 3]}");
        desk.Write("in.csv", Letters.Csv("text,mood", rows));

        await TrainAsync("own", "--input", "in.csv", "--label", "mood");
        var judged = (await desk.PipeAsync("Awful, the soup was cold\n", "triage", "--model", "own.model")).Ended(0).Json[0];
        var evaluated = (await desk.RunAsync("evaluate", "--model", "shipped", "--input", "in.csv", "--label", "mood")).Ended(0);

        Assert.Equal("negative", judged.GetProperty("sentiment").GetProperty("label").GetString());
        Assert.StartsWith("sentiment: one label each; 120 messages", evaluated.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_rows_are_named_and_the_others_are_learnt_from()
    {
        desk.Write("in.csv", Letters.Single(0, 60) + "one field\n ,parking\nNo label at all,\n");
        desk.Write("flags.csv", Letters.Columned() + "The car park,maybe,1,\n");

        var single = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model")).Ended(1);
        var flags = (await desk.RunAsync(
            "train", "--input", "flags.csv", "--label", "meals", "--label", "parking", "--output", "own.model", "--rejects", "bad.jsonl")).Ended(1);

        Assert.All(
            ["in.csv:62: 1 fields, and the header has 2", "in.csv:63: empty", "in.csv:64: no label in \"team\""],
            reason => Assert.Contains(reason, single.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("maybe", flags.Errors, StringComparison.Ordinal);
        var bad = JsonElement.Parse(await File.ReadAllTextAsync(desk.In("bad.jsonl"), TestContext.Current.CancellationToken));
        Assert.Equal(("flags.csv:122", "\"meals\" is neither yes nor no: maybe"), (bad.GetProperty("where").GetString(), bad.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_label_too_rare_is_named_and_not_learnt()
    {
        desk.Write("in.csv", Letters.Single(0, 60) + "The lift is broken,lifts\n");

        var result = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model")).Ended(0);

        Assert.Contains("not learnt, with fewer than 5 examples: lifts (1)", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text,team\nHello,a\nGoodbye,b\n", "2 rows can be learnt from")]
    [InlineData("text,team\n", "no column 'team'")]
    [InlineData("", "no column 'team'")]
    [InlineData("text,group\nHello,a\n", "no column 'team'")]
    [InlineData("words,team\nHello,a\n", "--text-column")]
    public async Task What_cannot_be_learnt_from_says_why_and_writes_nothing(string input, string reason)
    {
        desk.Write("in.csv", input);

        var result = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model")).Ended(2);

        Assert.Equal("", result.Output);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(desk.In("own.model")));
    }

    [Fact]
    public async Task One_label_alone_teaches_nothing()
    {
        desk.Write("in.csv", Letters.Csv("text,team", Letters.All.Select(letter => $"{letter.Text},ward")));

        var result = (await desk.RunAsync("train", "--input", "in.csv", "--label", "team", "--output", "own.model")).Ended(2);

        Assert.Contains("ward (120)", result.Errors, StringComparison.Ordinal);
    }

    private static double Figure(DeskResult result, string name) => double.Parse(
        result.Lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..], CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Themes(JsonElement message) =>
        message.GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("label").GetString()).Order(StringComparer.Ordinal);

    private async Task<DeskResult> TrainAsync(string name, params string[] arguments) =>
        (await desk.RunAsync(["train", "--output", $"{name}.model", .. arguments])).Ended(0);

    private Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(desk.In(name), TestContext.Current.CancellationToken);
}
