using System.Text.Json;
using Comms.Core.Tests;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class TriageTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "id", "language", "sentiment", "kinds", "themes", "urgency", "flags", "personalData", "routes", "obligations", "priority",
        "needsHuman", "why", "evidence",
    ];

    /// <summary>After the fields of the contract, so that whoever reads those alone is not disturbed.</summary>
    private static readonly string[] FieldsOfPolicy = ["replyIn", "reach", "serviceLevel", "signposts", "suggestedAnswers"];

    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Each_message_is_one_line_in_order_with_the_fields_of_the_contract()
    {
        var input = string.Concat(Enumerable.Range(1, 1200).Select(i => $"{i}. The nurse was kind to me, ring 07700 900142\n"));

        var result = (await desk.PipeAsync(input, "triage")).Ended(0);

        Assert.Equal("", result.Errors);
        Assert.Equal(Enumerable.Range(1, 1200).Select(i => $"{i}"), result.Json.Select(line => line.GetProperty("id").GetString()));
        var first = result.Json[0];
        Assert.Equal([.. Fields, .. FieldsOfPolicy], first.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["label", "negative", "neutral", "positive"], Names(first.GetProperty("sentiment")));
        Assert.Equal(["label", "confidence"], Names(first.GetProperty("urgency")));
        Assert.Equal(["kind", "start", "length"], Names(Assert.Single(first.GetProperty("personalData").EnumerateArray())));
        Assert.Equal(["team", "because"], Names(first.GetProperty("routes")[0]));
        Assert.Equal(["start", "length", "for"], Names(first.GetProperty("evidence")[0]));
    }

    [Fact]
    public async Task A_blank_message_is_set_aside_as_empty_and_named()
    {
        var result = (await desk.PipeAsync("Good care\n\n   \nThanks\n", "triage")).Ended(1);

        Assert.Equal(["1", "4"], result.Json.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(["comms: -:2: empty", "comms: -:3: empty"], result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_was_set_aside_goes_to_the_file_that_is_named()
    {
        desk.Write("in.jsonl", "{\"id\":\"a\",\"text\":\"Good care\"}\nnot json\n{\"id\":\"b\"}\n");

        var result = (await desk.RunAsync("triage", "--input", "in.jsonl", "--rejects", "bad.jsonl", "--output", "out.jsonl")).Ended(1);

        Assert.Equal(("", ""), (result.Output, result.Errors));
        Assert.Single(await File.ReadAllLinesAsync(desk.In("out.jsonl"), TestContext.Current.CancellationToken));
        var bad = (await File.ReadAllLinesAsync(desk.In("bad.jsonl"), TestContext.Current.CancellationToken)).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["in.jsonl:2", "in.jsonl:3"], bad.Select(line => line.GetProperty("where").GetString()));
        Assert.Equal("not json", bad[0].GetProperty("raw").GetString());
        Assert.All(bad, line => Assert.NotEqual("", line.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Stats_end_stderr_with_one_line_that_counts_triage_alone()
    {
        var result = (await desk.PipeAsync("Good care\n\nThanks\n", "triage", "--stats")).Ended(1);

        var stats = JsonElement.Parse(result.Errors.TrimEnd('\n').Split('\n')[^1]);
        Assert.Equal(["messages", "rejected", "triageCpuSeconds", "messagesPerCpuSecond", "allocatedBytesPerMessage"], Names(stats));
        Assert.Equal((2, 1), (stats.GetProperty("messages").GetInt32(), stats.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task Now_is_the_time_of_messages_that_carry_none()
    {
        desk.Write("in.jsonl", """
            {"text":"This is a request under the Freedom of Information Act for the cost of parking"}
            {"text":"This is a request under the Freedom of Information Act for the cost of parking","at":"2026-03-02T10:00:00Z"}
            """);

        var result = (await desk.RunAsync("triage", "--input", "in.jsonl", "--now", "2026-11-23T10:00:00Z")).Ended(0);

        Assert.Equal(["2026-11-23", "2026-03-02"], result.Json.Select(line => line.GetProperty("obligations")[0].GetProperty("start").GetString()));
        Assert.Equal(result.Output, (await desk.RunAsync("triage", "--input", "in.jsonl", "--now", "2026-11-23T10:00:00Z")).Output);
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public async Task Comma_separated_rows_come_through_a_pipe_with_a_mark_or_without(string mark)
    {
        var result = (await desk.PipeAsync(
            mark + "id,Comment\r\nx,\"Good care,\nreally\"\r\n", "triage", "--format", "csv", "--text-column", "comment")).Ended(0);

        Assert.Equal("x", Assert.Single(result.Json).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("--format", "xml")]
    [InlineData("--input", "missing.csv")]
    [InlineData("--now", "soon")]
    [InlineData("--policy", "missing.json")]
    [InlineData("--model", "missing.model")]
    [InlineData("--nonsense", "x")]
    public async Task What_cannot_be_done_says_so_on_stderr_alone(string option, string value)
    {
        var result = (await desk.PipeAsync("Thanks\n", "triage", option, value)).Ended(2);

        Assert.Equal("", result.Output);
        Assert.StartsWith("comms: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_ones_own_judges_and_a_damaged_one_is_refused()
    {
        var shipped = await File.ReadAllBytesAsync(Repository.PathOf("seeds", "models", "triage.model"), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(desk.In("own.model"), shipped, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(desk.In("cut.model"), shipped[..^100], TestContext.Current.CancellationToken);

        var own = (await desk.PipeAsync("Rude staff\n", "triage", "--model", "own.model")).Ended(0);
        var ships = (await desk.PipeAsync("Rude staff\n", "triage")).Ended(0);
        var cut = (await desk.PipeAsync("Rude staff\n", "triage", "--model", "cut.model")).Ended(2);

        Assert.Equal(ships.Output, own.Output);
        Assert.StartsWith("comms: ", cut.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_bad_input_is_nothing_done() => (await desk.PipeAsync("\n \n", "triage")).Ended(2);

    [Fact]
    public async Task A_missing_column_names_those_that_are_there()
    {
        desk.Write("in.csv", "one,two\n1,2\n");

        var result = (await desk.RunAsync("triage", "--input", "in.csv", "--text-column", "three")).Ended(2);

        Assert.Contains("one, two", result.Errors, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(field => field.Name);
}
