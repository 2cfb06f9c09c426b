using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ExerciseRunTests : IDisposable
{
    private static readonly string Flu = Comms.Core.Tests.Repository.PathOf("seeds", "exercises", "flu.json");
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Five_days_of_flu_pass_and_leave_a_report_and_the_same_transcript_each_time()
    {
        var first = (await desk.RunAsync("exercise", "run", Flu, "--speed", "10000")).Ended(0);
        var transcript = await File.ReadAllTextAsync(desk.In("comms-exercise/transcript.jsonl"), TestContext.Current.CancellationToken);
        var second = (await desk.RunAsync("exercise", "run", Flu, "--speed", "1000000")).Ended(0);

        Assert.Equal(first.Output, second.Output);
        Assert.Equal(transcript, await File.ReadAllTextAsync(desk.In("comms-exercise/transcript.jsonl"), TestContext.Current.CancellationToken));
        Assert.Contains("After-action report: Five days of flu", first.Output, StringComparison.Ordinal);
        var lines = transcript.Split('\n');
        Assert.True(lines.Count(line => line.Contains("\"kind\":\"message\"", StringComparison.Ordinal)) >= 2000, "The public wrote at least 2,000 messages.");
        Assert.All(lines.Where(line => line.Contains("\"kind\":\"post\"", StringComparison.Ordinal)), line => Assert.Contains("\"title\":\"EXERCISE: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bank_holiday_without_computers_is_rehearsed_too()
    {
        var result = (await desk.RunAsync("exercise", "run", Comms.Core.Tests.Repository.PathOf("seeds", "exercises", "outage.json"), "--speed", "10000")).Ended(0);

        Assert.Contains("After-action report: Screens dark at Easter", result.Output, StringComparison.Ordinal);
        Assert.Contains("Sun 28 Mar 08:59", result.Output, StringComparison.Ordinal);
        Assert.All(["messages.svg", "rumours.svg"], name => Assert.StartsWith("<svg", File.ReadAllText(desk.In($"comms-exercise/{name}")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_must_that_nobody_does_ends_with_1_and_is_named()
    {
        var result = (await desk.RunAsync("exercise", "run", Flu, "--speed", "10000", "--unscripted")).Ended(1);

        Assert.Contains("missed, and a must: A holding statement", result.Errors, StringComparison.Ordinal);
        Assert.Contains("musts were missed", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_scenario_is_named_with_its_lines_and_writes_nothing()
    {
        desk.Write("bad.json", "{\"version\":1,\n\"name\":\"x\",\n\"ends\":\"soon\"}");

        var result = (await desk.RunAsync("exercise", "run", "bad.json")).Ended(2);

        Assert.Contains("bad.json: line 3: ", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.In("comms-exercise")));
    }

    [Fact]
    public async Task A_planner_s_list_is_imported_and_played_and_its_bad_row_is_named()
    {
        desk.Write("snow.csv", """
            Number,Time,Delivery method,From,To,Description,Expected action,Max minutes
            1,07:15,telephone,Estates,writer,"The roof is down, and it snows",A statement is drafted,30
            2,whenever,email,Estates,writer,The buses stop,,
            """);

        var made = (await desk.RunAsync("exercise", "import", "snow.csv", "--starts", "2026-12-07T07:00", "--name", "Snow", "--out", "snow.json")).Ended(1);
        var played = (await desk.RunAsync("exercise", "run", "snow.json", "--speed", "10000")).Ended(0);

        Assert.Contains("snow.csv:3: “whenever” is no time", made.Errors, StringComparison.Ordinal);
        Assert.Contains("After-action report: Snow", played.Output, StringComparison.Ordinal);
        Assert.Contains("The roof is down", played.Output + await File.ReadAllTextAsync(desk.In("comms-exercise/transcript.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_someone_else_is_left_alone()
    {
        desk.Write("theirs/transcript.jsonl", "{}");

        Assert.Contains("which no exercise wrote", (await desk.RunAsync("exercise", "run", Flu, "--out", "theirs")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
