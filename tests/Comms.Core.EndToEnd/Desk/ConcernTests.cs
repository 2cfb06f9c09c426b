using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

/// <summary>From what people say to those who decide, and back to all and to the round-up; and a consultation's responses.</summary>
public sealed class ConcernTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        desk.Write("comms.json", """
            { "nation": "england", "accounts": [ { "id": "site", "channel": "folder", "path": "out" } ], "sources": [ { "jsonl": "in.jsonl" } ],
              "consultations": [ { "id": "shuttle", "title": "The shuttle bus", "from": "2026-01-01", "to": "2026-01-31", "hashtag": "#Shuttle",
                "questions": [ { "id": "1", "text": "When would you ride?", "words": ["morning", "night"] }, { "id": "2", "text": "What would you pay?" } ] } ] }
            """);
        desk.Write("in.jsonl", """
            {"id":"rain","text":"I want to make a formal complaint: there is no roof at the shuttle stop. Ring me on 01632 960123.","at":"2026-01-05T10:00:00Z"}
            {"id":"ride","text":"#Shuttle I would ride in the morning.","at":"2026-01-06T10:00:00Z"}
            {"id":"late","text":"=#Shuttle question 2: a pound.","at":"2026-02-06T10:00:00Z"}

            """);
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_concern_is_passed_on_decided_approved_and_told()
    {
        var open = (await CasesAsync()).Single(one => one.GetProperty("because").ToString().Contains("complaint", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        var concern = await SaysAsync("cases", "concern", "pass", open, "--said", "There is no roof at the shuttle stop.", "--to", "the estates manager");
        var page = (await desk.RunAsync("cases", "concern", "show", concern, "--format", "text")).Ended(0).Output;
        Assert.Contains("no roof at the shuttle stop. Ring me on [phone removed]", page, StringComparison.Ordinal);
        Assert.Contains("nothing has come of it yet", (await desk.RunAsync("cases", "concern", "draft", concern, "--account", "site")).Ended(2).Errors, StringComparison.Ordinal);

        await SaysAsync("cases", "concern", "outcome", concern, "It has one since Friday.", "--who", "the estates manager");
        var draft = await SaysAsync("cases", "concern", "draft", concern, "--account", "site");
        Assert.Contains("no post that tells it is approved yet", (await desk.RunAsync("cases", "concern", "tell", concern)).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("approve", draft)).Ended(0);
        Assert.Contains("where a post cannot answer: answer by hand", (await desk.RunAsync("cases", "concern", "tell", concern)).Ended(0).Errors, StringComparison.Ordinal);

        var row = Assert.Single((await desk.RunAsync("cases", "concern", "list")).Ended(0).Lines.Skip(1));
        Assert.All([concern, "the estates manager", "It has one since Friday.", draft], cell => Assert.Contains(cell, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_in_to_a_consultation_is_collected_against_its_questions()
    {
        var page = (await desk.RunAsync("cases", "responses", "shuttle", "--format", "text")).Ended(0).Output;
        Assert.Contains("1 to 31 January 2026: 2 responses by 2 writers.", page, StringComparison.Ordinal);
        Assert.Contains("I would ride in the morning.", page, StringComparison.Ordinal);

        var late = (await CasesAsync()).Single(one => one.TryGetProperty("response", out var response) && response.GetProperty("questions")[0].GetString() == "2");
        (await desk.RunAsync("cases", "response", late.GetProperty("id").GetString()!, "--consultation", "shuttle", "--question", "1", "--question", "2")).Ended(0);
        var rows = (await desk.RunAsync("cases", "responses", "shuttle", "--format", "csv")).Ended(0).Lines;
        Assert.Equal("consultation,question,asked,case,message,at,source,late,words", rows[0]);
        Assert.Equal(3, rows.Count(row => row.StartsWith("shuttle,", StringComparison.Ordinal)));
        Assert.Equal(2, rows.Count(row => row.EndsWith(",late,\"'=#Shuttle question 2: a pound.\"", StringComparison.Ordinal)));
        Assert.Contains("it has shuttle", (await desk.RunAsync("cases", "responses", "parking")).Ended(2).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consultation_that_cannot_be_is_named_with_its_place()
    {
        desk.Write("comms.json", """{ "consultations": [ { "id": "x", "title": "X", "from": "1 May", "to": "2026-01-31", "questions": [] } ] }""");
        Assert.Contains("consultations[0].from: '1 May' is no day", (await desk.RunAsync("cases", "list")).Ended(2).Errors, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> CasesAsync() => (await desk.RunAsync("cases", "list")).Ended(0).Json;

    private async Task<string> SaysAsync(params string[] command) => (await desk.RunAsync(command)).Ended(0).Output.Trim();
}
