using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class ConversationTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task The_stage_comes_from_what_was_answered_and_the_next_habit_has_its_minutes()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "in.jsonl" } ] }""");
        desk.Write("in.jsonl", string.Concat(Enumerable.Range(0, 6).Select(at => $$"""{"id":"{{at}}","text":"A complaint: nobody answered the phone of ward {{at}} all day"}""" + "\n")));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.Contains("The stage is Broadcast", (await desk.RunAsync("conversations", "--format", "text")).Ended(0).Output, StringComparison.Ordinal);

        var open = (await desk.RunAsync("cases", "list", "--format", "csv")).Ended(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        foreach (var id in open.Select(line => line.Split(',')[0]).Take(4))
        {
            (await desk.RunAsync("cases", "acknowledge", id, "--how", "by e-mail", "--as", "writer")).Ended(0);
        }

        var page = (await desk.RunAsync("conversations", "--format", "text")).Ended(0).Output;
        Assert.Contains("The stage is Reactive", page, StringComparison.Ordinal);
        Assert.Contains("4 (67%)", page, StringComparison.Ordinal);
        Assert.Matches(@"Begin with this habit: answer 80% of those who ask, not 67% \(\d+ more minutes? a week\)", page);
    }
}
