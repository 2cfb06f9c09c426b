using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class TopicTests : IDisposable
{
    private readonly DeskProgram desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_burst_and_a_conversation_are_found_among_weeks_of_messages()
    {
        desk.Write("comms.json", """{ "sources": [ { "jsonl": "in.jsonl" } ], "topics": [ { "name": "Flu jabs", "phrases": [ "flu jab", "#FluJab" ] } ] }""");
        var now = TimeProvider.System.GetUtcNow();
        var daily = Enumerable.Range(8, 40).Select(day => Said("d" + day, "Good morning", now.AddDays(-day), "@early@town.example"));
        var burst = Enumerable.Range(0, 9).Select(at => Said("b" + at, "No flu jab at the desk today, they said", now.AddDays(-1).AddSeconds(at), $"@p{at}@town.example"));
        string[] talk =
        [
            Said("q", "Does anyone know whether the flu jab is safe with hay fever?", now.AddHours(-3), "@ann@town.example"),
            Said("r", "I had mine, ask at the desk", now.AddHours(-2), "@bob@town.example", "q"),
        ];
        desk.Write("in.jsonl", string.Concat(daily.Concat(burst).Concat(talk).Select(line => line + "\n")));
        (await desk.RunAsync("run", "--until-idle")).Ended(0);

        var page = (await desk.RunAsync("topics", "--format", "text")).Ended(0).Output;

        Assert.Matches(@"Flu jabs: \d people in an hour, usually 0", page);
        Assert.Contains("About Flu jabs", page, StringComparison.Ordinal);
        Assert.Contains("2 people in 2 messages", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_without_a_phrase_or_with_the_name_of_another_is_named()
    {
        desk.Write("comms.json", """{ "topics": [ { "name": "Flu", "phrases": [] }, { "name": "flu", "phrases": [ "jab" ] } ] }""");

        var errors = (await desk.RunAsync("topics")).Ended(2).Errors;

        Assert.Contains("topics[0].phrases: it takes at least one", errors, StringComparison.Ordinal);
        Assert.Contains("topics[1].name: there are two topics of the name flu", errors, StringComparison.Ordinal);
    }

    private static string Said(string id, string text, DateTimeOffset at, string handle, string? answers = null) => JsonSerializer.Serialize(new
    {
        id,
        text,
        at = at.ToString("O", CultureInfo.InvariantCulture),
        author = new { handle },
        inReplyTo = answers,
        url = "https://town.example/" + id,
    });
}
