using System.Text;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class PersonTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "heard.jsonl" } ] }""");
        desk.Write("heard.jsonl", string.Join('\n', Enumerable.Range(0, 60).Select(at => Line(at, $"@other{at}@b.example", "The garden by the new entrance is lovely this week"))
            .Append(Line(100, "@jo@a.example", "The quixotic porter was so kind to me"))
            .Append(Line(101, "@jo@a.example", "I wish to make a formal complaint about the lukewarm bouillabaisse"))) + "\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task Nothing_but_what_the_law_keeps_is_left_in_the_raw_files()
    {
        Assert.True(InFiles("quixotic"));
        var trial = (await desk.RunAsync("erase", "--person", "@jo@a.example", "--dry-run")).Ended(1);
        Assert.Contains("would be erased", trial.Output, StringComparison.Ordinal);
        Assert.True(InFiles("quixotic"));

        var erased = (await desk.RunAsync("erase", "--person", "@jo@a.example")).Ended(1);
        Assert.Contains("\"reviewOn\"", erased.Output, StringComparison.Ordinal);
        Assert.Contains("not reached", erased.Errors, StringComparison.Ordinal);
        Assert.False(InFiles("quixotic"));
        Assert.True(InFiles("bouillabaisse"));
        (await desk.RunAsync("audit", "verify")).Ended(0);

        desk.Write("heard.jsonl", Line(200, "@jo@a.example", "The quixotic porter was so kind to me") + "\n" + Line(201, "@x@c.example", "A message of today") + "\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
        Assert.False(InFiles("quixotic"));
    }

    [Fact]
    public async Task An_export_gives_the_person_their_words_and_nobody_elses()
    {
        var export = (await desk.RunAsync("export", "--person", "@jo@a.example")).Ended(0);
        Assert.Contains("quixotic porter", export.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("garden", export.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("quixotic", (await desk.RunAsync("export", "--person", "@jo@a.example", "--dry-run")).Ended(0).Output, StringComparison.Ordinal);
        Assert.Equal("", (await desk.RunAsync("export", "--person", "@nobody@a.example")).Ended(0).Output);
    }

    [Fact]
    public async Task What_a_legal_hold_names_is_kept_whoever_erases_it_and_gone_once_it_is_released()
    {
        (await desk.RunAsync("legal-hold", "place", "inquiry 7", "--reason", "an inquiry", "--owner", "legal", "--review", "2027-11-30")).Ended(2);
        (await desk.RunAsync("legal-hold", "place", "inquiry 7", "--reason", "an inquiry", "--owner", "legal", "--review", "2027-11-30", "--from", "2026-11-23", "--to", "2026-11-23")).Ended(0);
        Assert.Contains("inquiry 7,an inquiry,legal,2027-11-30,", (await desk.RunAsync("legal-hold", "list")).Ended(0).Output, StringComparison.Ordinal);

        Assert.Contains("legal hold inquiry 7", (await desk.RunAsync("erase", "--person", "@jo@a.example")).Ended(1).Output, StringComparison.Ordinal);
        var kept = (await desk.RunAsync("legal-hold", "kept")).Ended(0).Output;
        Assert.Contains("quixotic porter", kept, StringComparison.Ordinal);
        Assert.Contains("read-kept", (await desk.RunAsync("audit", "export")).Ended(0).Output, StringComparison.Ordinal);

        (await desk.RunAsync("legal-hold", "release", "inquiry 7", "--reason", "it has reported")).Ended(0);
        Assert.Contains("stands", (await desk.RunAsync("legal-hold", "release", "inquiry 7", "--reason", "again")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("retention")).Ended(0);
        Assert.False(InFiles("quixotic"));
        Assert.True(InFiles("bouillabaisse"));
    }

    [Fact]
    public async Task What_is_old_goes_by_the_schedule_of_the_configuration_and_leaves_the_raw_files()
    {
        Assert.Equal("", (await desk.RunAsync("retention")).Ended(0).Output);
        desk.Write("comms.json", """{ "retention": { "messagesDays": 0 }, "sources": [ { "jsonl": "heard.jsonl" } ] }""");
        Assert.Contains("messagesDays", (await desk.RunAsync("retention")).Ended(2).Errors, StringComparison.Ordinal);
        desk.Write("comms.json", """{ "retention": { "messagesDays": 1 }, "sources": [ { "jsonl": "heard.jsonl" } ] }""");

        Assert.Contains("would be erased", (await desk.RunAsync("retention", "--dry-run")).Ended(0).Output, StringComparison.Ordinal);
        Assert.True(InFiles("quixotic"));
        Assert.Contains("open case", (await desk.RunAsync("retention")).Ended(0).Output, StringComparison.Ordinal);
        Assert.False(InFiles("quixotic"));
        Assert.True(InFiles("bouillabaisse"));
        (await desk.RunAsync("audit", "verify")).Ended(0);
        Assert.Contains(" 0 erased", (await desk.RunAsync("retention")).Ended(0).Errors, StringComparison.Ordinal);
    }

    private bool InFiles(string word) => Directory.GetFiles(desk.In("comms-data")).Any(file =>
        File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0);

    private static string Line(int id, string handle, string text) =>
        $$"""{"id":"{{id}}","text":"{{text}}","author":{"handle":"{{handle}}"},"at":"2026-11-23T10:00:00Z"}""";
}
