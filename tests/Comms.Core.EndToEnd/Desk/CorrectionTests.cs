using System.Text.Json;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class CorrectionTests : IAsyncLifetime, IDisposable
{
    private readonly DeskProgram desk = new();

    public async ValueTask InitializeAsync()
    {
        (await desk.RunAsync("init", "--yes")).Ended(0);
        desk.Write("comms.json", """
            { "zone": "Europe/London", "nation": "england", "ledger": { "sqlite": "comms.db" }, "policy": "policy.json",
              "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ], "sources": [ { "jsonl": "heard.jsonl" } ] }
            """);
        desk.Write("heard.jsonl", """{"id":"1","text":"I wish to make a formal complaint about the heron statue","at":"2026-11-23T10:00:00Z"}""" + "\n");
        (await desk.RunAsync("run", "--until-idle")).Ended(0);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public async Task A_correction_is_made_listed_undone_and_switched_off()
    {
        var message = await MessageAsync();
        Assert.Equal("1", (await desk.RunAsync("correct", message, "--theme", "Herons", "--as", "writer")).Ended(0).Output.Trim());
        Assert.Equal("1", (await desk.RunAsync("correct", message, "--theme", "Herons", "--as", "writer")).Ended(0).Output.Trim());
        Assert.Equal("1", (await desk.RunAsync("corrections", "undo", "1", "--as", "approver")).Ended(0).Output.Trim());
        (await desk.RunAsync("corrections", "off")).Ended(0);

        using var line = JsonDocument.Parse((await desk.RunAsync("corrections", "list")).Ended(0).Output);
        Assert.Equal(("Herons", "writer", "approver"), (Text(line, "theme"), Text(line, "by"), Text(line, "undoneBy")));
        (await desk.RunAsync("audit", "verify")).Ended(0);
    }

    [Theory]
    [InlineData("--kind", "complaint", "--not")]
    [InlineData("--team", "nobody")]
    [InlineData]
    public async Task What_cannot_be_corrected_is_refused(params string[] wanted)
    {
        var result = (await desk.RunAsync(["correct", await MessageAsync(), .. wanted])).Ended(2);
        Assert.StartsWith("comms: ", result.Errors, StringComparison.Ordinal);
    }

    private async Task<string> MessageAsync()
    {
        using var ledger = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={desk.In("comms-data/comms.db")};Pooling=False");
        await ledger.OpenAsync(TestContext.Current.CancellationToken);
        using var command = ledger.CreateCommand();
        command.CommandText = "SELECT id FROM record WHERE kind = 'triaged'";
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string? Text(JsonDocument line, string name) => line.RootElement.GetProperty(name).GetString();
}
