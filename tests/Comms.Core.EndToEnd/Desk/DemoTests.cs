using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed partial class DemoTests : IDisposable
{
    private const string Rows = "id,comment\n1,\"Good care, thanks\"\n2,\n3,\"broken\n4,Fine thanks\n5\n6,The ward was cold\n";
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_week_goes_round_and_names_what_it_wrote()
    {
        var result = (await desk.RunAsync("demo", "--out", "week")).Ended(0);

        var named = result.Lines.Skip(1).Select(line => line.Trim().Split("  ")[0]).ToList();
        Assert.True(named.Count > 10);
        Assert.All(named, path => Assert.True(Path.Exists(path), path));
        Assert.Contains(named, path => path.EndsWith("roundups/comms.html", StringComparison.Ordinal));
        Assert.Contains(named, path => path.EndsWith("week/briefing.html", StringComparison.Ordinal));
        var (heard, triaged, setAside) = Sums(result);
        Assert.Equal(heard, triaged + setAside);
        Assert.Equal(triaged, LinesOf("week/triaged.jsonl").Length);
        Assert.Contains("the audit is whole", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("%", result.Errors, StringComparison.Ordinal);

        (await desk.RunAsync("demo", "--out", "week")).Ended(0);
        Assert.Equal(triaged, LinesOf("week/triaged.jsonl").Length);
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData("\uFEFF", "\n")]
    [InlineData("\uFEFF", "\r\n")]
    public async Task Every_row_of_a_file_is_triaged_or_set_aside_by_name(string mark, string newLine)
    {
        desk.Write("own.csv", mark + Rows.ReplaceLineEndings(newLine));

        var result = (await desk.RunAsync("demo", "--input", "own.csv", "--out", "own")).Ended(1);

        Assert.Equal((6, 3, 3), Sums(result));
        Assert.Equal(
            [("own.csv:3", "empty"), ("own.csv:4", "a quote is never closed"), ("own.csv:6", "1 fields, and the header has 2")],
            SetAside("own"));
        Assert.Equal(3, LinesOf("own/triaged.jsonl").Length);
    }

    [Fact]
    public async Task Rows_come_through_a_pipe()
    {
        var result = (await desk.PipeAsync(Rows, "demo", "--input", "-", "--text-column", "comment", "--out", "own")).Ended(1);

        Assert.Equal((6, 3, 3), Sums(result));
        Assert.Equal(["-:3", "-:4", "-:6"], SetAside("own").Select(aside => aside.Where));
    }

    [Fact]
    public async Task Bad_json_lines_are_named()
    {
        desk.Write("own.jsonl", "{\"text\":\"Good care\"}\n{\"text\":\n[1]\n{\"words\":\"x\"}\n{\"text\":\"x\",\"at\":\"noon\"}\n{\"text\":\"Thanks\"}\n");

        var result = (await desk.RunAsync("demo", "--input", "own.jsonl", "--out", "own")).Ended(1);

        Assert.Equal((6, 2, 4), Sums(result));
        Assert.Equal(["own.jsonl:2", "own.jsonl:3", "own.jsonl:4", "own.jsonl:5"], SetAside("own").Select(aside => aside.Where));
    }

    [Fact]
    public async Task Plain_lines_are_messages()
    {
        desk.Write("own.txt", "Good care\n\nThe \"ward\" was cold\n");

        var result = (await desk.RunAsync("demo", "--input", "own.txt", "--out", "own")).Ended(1);

        Assert.Equal((3, 2, 1), Sums(result));
        Assert.Equal([("own.txt:2", "empty")], SetAside("own"));
    }

    [Fact]
    public async Task A_folder_that_no_demo_wrote_is_left_alone()
    {
        desk.Write("mine/triaged.jsonl", "mine");

        (await desk.RunAsync("demo", "--out", "mine")).Ended(2);

        Assert.Equal("mine", await File.ReadAllTextAsync(desk.In("mine/triaged.jsonl"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_file_is_nothing_done() =>
        Assert.Equal("", (await desk.RunAsync("demo", "--input", "missing.csv", "--out", "own")).Ended(2).Output);

    private static (int Heard, int Triaged, int SetAside) Sums(DeskResult result)
    {
        var sums = Counted().Match(result.Errors);
        Assert.True(sums.Success, result.Errors);
        return (int.Parse(sums.Groups[1].ValueSpan), int.Parse(sums.Groups[2].ValueSpan), int.Parse(sums.Groups[3].ValueSpan));
    }

    private string[] LinesOf(string name) => File.ReadAllLines(desk.In(name));

    private IEnumerable<(string? Where, string? Reason)> SetAside(string folder) => LinesOf($"{folder}/set-aside.jsonl")
        .Select(line => JsonElement.Parse(line))
        .Select(line => (line.GetProperty("where").GetString(), line.GetProperty("reason").GetString()));

    [GeneratedRegex(@"(\d+) heard, (\d+) triaged, (\d+) set aside")]
    private static partial Regex Counted();
}
