using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class UsageTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Help_names_every_command()
    {
        var result = (await desk.RunAsync("--help")).Ended(0);

        Assert.All(
            ["init", "demo", "triage", "train", "evaluate", "draft", "approve", "reject", "schedule", "import", "pictures", "kit", "glass", "delegations", "run", "listen", "hold", "tasks", "plan", "checkin", "roundup", "briefing", "reads", "feed", "cases", "amplifiers", "score", "conversations", "topics", "insights", "measure", "check", "render", "story", "exercise", "correct", "corrections", "erase", "export", "legal-hold", "retention", "audit", "backup", "restore"],
            command => Assert.Matches($@"(?m)^\s+{command}\b", result.Output));
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("demo")]
    [InlineData("draft", "add")]
    [InlineData("audit", "verify")]
    public async Task Every_command_helps(params string[] command)
    {
        var result = (await desk.RunAsync([.. command, "--help"])).Ended(0);

        Assert.Contains("--data", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Errors);
    }

    [Theory]
    [InlineData]
    [InlineData("measure")]
    [InlineData("train")]
    [InlineData("train", "--input", "x.csv", "--label", "team", "--output", "m", "--bits", "30")]
    [InlineData("train", "--input", "x.csv", "--label", "team", "--output", "m", "--bits", "16", "--base", "shipped")]
    [InlineData("evaluate", "--input", "x.csv", "--label", "team")]
    [InlineData("draft")]
    [InlineData("draft", "told", "x", "--who", "the matron")]
    [InlineData("approve")]
    [InlineData("reject", "x")]
    [InlineData("roundup")]
    [InlineData("briefing", "--seconds", "10")]
    [InlineData("briefing", "--day", "yesterday")]
    [InlineData("roundup", "--team", "comms", "--format", "pdf")]
    [InlineData("run", "--lang", "fr")]
    [InlineData("conversations", "--weeks", "0")]
    [InlineData("topics", "--days", "32")]
    [InlineData("erase")]
    [InlineData("cases", "reply", "x")]
    [InlineData("cases", "restrict", "x", "--reason", "why")]
    [InlineData("cases", "restrict", "x", "--role", " ", "--reason", "why")]
    [InlineData("cases", "reply", "x", "Hello", "--suggested", "1")]
    [InlineData("cases", "reply", "x", "Hello")]
    [InlineData("export", "--person", " ")]
    [InlineData("erase", "--person", "@jo@a.example", "--as", "writer")]
    [InlineData("reads", "freeze", "missing.json")]
    [InlineData("reads", "show", "Reads", "1")]
    [InlineData("reads", "reject", "Reads")]
    [InlineData("feed", "--most", "0")]
    [InlineData("feed", "reject", "x")]
    [InlineData("feed", "approve", "x", "--reason", " ")]
    [InlineData("feed", "approve", "x")]
    [InlineData("insights", "--periods", "1")]
    [InlineData("insights", "--baseline", "3")]
    [InlineData("insights", "opening", "--source", "page")]
    [InlineData("insights", "opening", "--source", "page", "--opened", "2026-08-03", "--weeks", "1")]
    [InlineData("insights", "unheard", "--days", "0")]
    [InlineData("insights", "--by", "shoe-size")]
    [InlineData("insights", "--team", "nobody")]
    [InlineData("insights", "--until", "tomorrow")]
    [InlineData("insights", "--places", "missing.geojson")]
    [InlineData("schedule", "x", "--at", "2026-11-23T09:00", "--next-slot")]
    [InlineData("approve", "nothing")]
    [InlineData("draft", "show", "nothing")]
    [InlineData("draft", "add", "Hello", "--account", "drop", "--as", "stranger")]
    [InlineData("run", "--config", "missing.json")]
    public async Task Wrong_usage_is_told_on_stderr_and_nothing_on_stdout(params string[] arguments)
    {
        var result = (await desk.RunAsync(arguments)).Ended(2);

        Assert.Equal("", result.Output);
        Assert.StartsWith("comms: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_begins_with_an_account_is_a_text_and_names_no_file()
    {
        var result = (await desk.RunAsync("draft", "add", "@jo@a.example thank you", "--account", "drop")).Ended(0);

        Assert.Contains("@jo@a.example thank you", (await desk.RunAsync("draft", "show", result.Lines[0].Split(' ')[0])).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_configuration_names_every_fault_at_once()
    {
        desk.Write("comms.json", """
            { "zone": "Europe/Nowhere", "nation": "mars", "colour": 1, "ledger": {},
              "accounts": [ { "id": "a", "channel": "pigeon" }, { "id": "a", "channel": "folder" } ], "sources": [ {} ] }
            """);

        var result = (await desk.RunAsync("run", "--until-idle")).Ended(2);

        Assert.All(
            ["Europe/Nowhere", "mars", "colour", "ledger.sqlite", "pigeon", "accounts[1].path", "'a' stands twice", "sources[0]."],
            fault => Assert.Contains(fault, result.Errors, StringComparison.Ordinal));
        Assert.False(Directory.Exists(desk.In("comms-data")));
    }

    [Fact]
    public async Task A_faulty_policy_names_its_lines()
    {
        desk.Write("policy.json", "{\n \"version\": 1,\n \"teams\": 5\n}");

        var result = (await desk.PipeAsync("Thanks\n", "triage", "--policy", "policy.json")).Ended(2);

        Assert.Contains("policy.json: line ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_speaks_welsh()
    {
        var result = (await desk.RunAsync("audit", "verify", "--lang", "cy")).Ended(0);

        Assert.StartsWith("mae’r archwiliad yn gyfan: 0 dolen", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_what_works_and_overwrites_nothing()
    {
        var result = (await desk.RunAsync("init", "here", "--yes")).Ended(0);

        Assert.Equal(["here/comms.json", "here/policy.json"], result.Lines);
        Assert.All(result.Lines, path => Assert.True(File.Exists(desk.In(path))));
        (await desk.RunAsync("run", "--until-idle", "--config", "here/comms.json")).Ended(0);
        (await desk.PipeAsync("Thanks\n", "triage", "--policy", "here/policy.json")).Ended(0);

        var again = (await desk.RunAsync("init", "here", "--yes")).Ended(2);
        Assert.Equal("", again.Output);
    }

    [Fact]
    public async Task Init_asks_and_takes_what_it_is_told()
    {
        (await desk.PipeAsync("Mars/Olympus\nEurope/Dublin\nwales\nann\n\n", "init")).Ended(0);

        var config = await File.ReadAllTextAsync(desk.In("comms.json"), TestContext.Current.CancellationToken);
        Assert.All(["Europe/Dublin", "wales", "ann", "approver"], told => Assert.Contains($"\"{told}\"", config, StringComparison.Ordinal));
    }
}
