using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class RoundUpTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "in.jsonl" } ] }""");
        desk.Write("in.jsonl", string.Concat(Enumerable.Range(0, 8).Select(i =>
            $$"""{"id":"{{i}}","text":"The car park by gate {{i}} was full, dreadful and filthy <script>","at":"2026-11-24T1{{i}}:00:00Z"}""" + "\n")));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("md", "Weekly round-up\n\n# ")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("text", "")]
    [InlineData("json", "{")]
    public async Task A_teams_week_comes_in_each_format_and_again_the_same(string format, string start)
    {
        var team = await TeamAsync();
        var first = (await desk.RunAsync("roundup", "--team", team, "--week", "2026-W48", "--format", format)).Ended(0);
        var second = (await desk.RunAsync("roundup", "--team", team, "--week", "2026-W48", "--format", format)).Ended(0);

        Assert.StartsWith(start, first.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("car park", first.Output, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        Assert.DoesNotContain(format == "html" ? "<script" : "\0", first.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unknown_team_is_told_which_there_are() =>
        Assert.Contains("it has comms", (await desk.RunAsync("roundup", "--team", "nobody", "--week", "2026-W48")).Ended(2).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task An_odd_week_is_refused() =>
        Assert.Contains("2026-W48", (await desk.RunAsync("roundup", "--team", "comms", "--week", "2026-W60")).Ended(2).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task A_silent_week_says_so() =>
        Assert.Equal("", (await desk.RunAsync("roundup", "--team", "comms", "--week", "2020-W01")).Ended(0).Output);

    private async Task<string> TeamAsync() => (await desk.PipeAsync("The car park by gate 1 was full", "triage")).Ended(0)
        .Json[0].GetProperty("routes")[0].GetProperty("team").GetString()!;
}
