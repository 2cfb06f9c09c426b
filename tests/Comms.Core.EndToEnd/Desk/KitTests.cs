using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class KitTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync() => (await desk.RunAsync("init", "--yes")).Ended(0);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_difficult_story_waits_for_its_kit()
    {
        desk.Write("kit.json", """
            { "version": 1, "id": "fire", "title": "The fire on Willow ward", "lines": ["Everyone is safe."],
              "questions": [{ "question": "Was anyone hurt?" }], "toldFirst": ["the ward", "the governors"] }
            """);
        Assert.Contains("“Was anyone hurt?” has no answer", (await desk.RunAsync("kit", "put", "kit.json")).Ended(0).Errors, StringComparison.Ordinal);
        var id = (await desk.RunAsync("draft", "add", "There was a fire on Willow ward.", "--account", "drop", "--kit", "fire")).Ended(0).Word;
        Assert.Contains("kit fire: the ward not told yet", (await desk.RunAsync("approve", id)).Ended(2).Errors, StringComparison.Ordinal);

        desk.Write("kit.json", (await File.ReadAllTextAsync(desk.In("kit.json"), TestContext.Current.CancellationToken))
            .Replace("hurt?\"", "hurt?\", \"answer\": \"No.\"", StringComparison.Ordinal));
        (await desk.RunAsync("kit", "put", "kit.json")).Ended(0);
        Assert.Contains("first tell the ward", (await desk.RunAsync("kit", "told", "fire", "the governors", "--who", "the chair")).Ended(2).Errors, StringComparison.Ordinal);
        (await desk.RunAsync("kit", "told", "fire", "the ward", "--who", "the matron")).Ended(0);
        Assert.Contains("the governors not told yet", (await desk.RunAsync("kit", "list")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("kit", "told", "fire", "the governors", "--who", "the chair")).Ended(0);

        Assert.Contains("1. the ward: told by the matron", (await desk.RunAsync("kit", "show", "fire", "--format", "text")).Ended(0).Output, StringComparison.Ordinal);
        (await desk.RunAsync("approve", id)).Ended(0);
    }

    [Fact]
    public async Task A_row_of_an_import_names_its_kit()
    {
        desk.Write("posts.csv", "text,accounts,kit\nThere was a fire.,drop,fire\n");
        (await desk.RunAsync("import", "posts.csv")).Ended(0);

        Assert.Equal("fire", Assert.Single((await desk.RunAsync("draft", "list")).Ended(0).Json).GetProperty("kit").GetString());
    }

    [Fact]
    public async Task A_kit_that_cannot_be_read_names_its_line()
    {
        desk.Write("kit.json", "{ \"version\": 1,\n \"id\": \"fire\",\n \"titel\": \"x\" }");

        Assert.Contains("kit.json: line 3", (await desk.RunAsync("kit", "put", "kit.json")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no kit nothing.json", (await desk.RunAsync("kit", "put", "nothing.json")).Ended(2).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no kit fire", (await desk.RunAsync("kit", "show", "fire")).Ended(2).Errors, StringComparison.Ordinal);
    }
}
