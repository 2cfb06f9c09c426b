using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class BriefingTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "in.jsonl" } ] }""");
        desk.Write("in.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i =>
            $$"""{"id":"{{i}}","text":"The car park by gate {{i}} was full, dreadful and filthy <script>","at":"2026-11-24T{{i % 24:D2}}:00:00Z"}""" + "\n"))
            + """{"id":"chest","text":"Chest pain since this morning and nobody answers the phone, please help","at":"2026-11-24T20:00:00Z"}""" + "\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_day_is_told_in_five_minutes_the_danger_first_and_again_the_same()
    {
        var first = (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", "text")).Ended(0);
        var second = (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", "text")).Ended(0);

        Assert.Contains("61 messages came.", first.Output, StringComparison.Ordinal);
        Assert.InRange(first.Output.IndexOf("Chest pain", StringComparison.Ordinal), 1, first.Output.IndexOf("car park", StringComparison.Ordinal));
        Assert.InRange(first.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit)), 100, 1190);
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("jsonfeed")]
    public async Task A_feed_of_it_says_where_it_stands(string form)
    {
        const string Address = "https://trust.example/briefing.xml";

        Assert.Contains(Address, (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", form, "--feed-url", Address)).Ended(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Address, (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", "text", "--feed-url", Address)).Ended(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slower_reader_gets_fewer_words()
    {
        var quick = (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", "md")).Ended(0);
        var slow = (await desk.RunAsync("briefing", "--day", "2026-11-24", "--format", "md", "--wpm", "110")).Ended(0);
        Assert.True(slow.Output.Length < quick.Output.Length);
    }

    [Fact]
    public async Task A_silent_day_says_so()
    {
        var silent = (await desk.RunAsync("briefing", "--day", "2026-11-20")).Ended(0);
        Assert.Equal("", silent.Output);
        Assert.Contains("No message came in 20 November 2026.", silent.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_team_is_told_which_there_are() =>
        Assert.Contains("it has comms", (await desk.RunAsync("briefing", "--team", "nobody")).Ended(2).Errors, StringComparison.Ordinal);
}
