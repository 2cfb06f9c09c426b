using System.Globalization;
using System.Text.Json;
using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class SharedLedgerTests : IAsyncLifetime
{
    private const int Posts = 30;
    private readonly DeskProgram desk = new();
    private TestDatabase? database;

    private string[] Files => Directory.Exists(desk.In("out")) ? Directory.GetFiles(desk.In("out"), "*.json") : [];

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        desk.Environment["COMMS_LEDGER"] = database.ConnectionString;
        desk.Write("comms.json", """
            { "ledger": { "postgreSql": "env:COMMS_LEDGER" }, "accounts": [ { "id": "drop", "channel": "folder", "path": "out" } ] }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        desk.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Three_hosts_on_one_ledger_one_of_them_killed_publish_each_post_once()
    {
        await ImportAsync();
        using var one = desk.Start("run");
        using var two = desk.Start("run");
        using var three = desk.Start("run");
        await Eventually.HoldsAsync(() => Files.Length >= 3, "the posts never appeared");
        one.Kill();
        await Eventually.HoldsAsync(() => Files.Length >= Posts - 2, "the others did not go on");
        two.Kill();
        three.Kill();
        for (var run = 0; run < 2 || (run < 100 && Files.Length < Posts); run++)
        {
            (await desk.RunAsync("run", "--until-idle")).Ended(0);
        }

        var texts = Files.Select(file => JsonElement.Parse(File.ReadAllText(file)).GetProperty("text").GetString());
        Assert.Equal(Enumerable.Range(0, Posts).Select(Words).Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.StartsWith("the audit is whole", (await desk.RunAsync("audit", "verify")).Ended(0).Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(desk.In("comms-data")), "a shared ledger leaves nothing beside the desk");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_without_the_secret()
    {
        desk.Environment["COMMS_LEDGER"] = "Host=127.0.0.1;Port=1;Username=comms;Password=not-for-eyes;Database=comms";

        var result = (await desk.RunAsync("run", "--until-idle")).Ended(2);

        Assert.Contains("cannot be reached", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("not-for-eyes", result.Errors, StringComparison.Ordinal);
    }

    private static string Words(int post) => string.Create(CultureInfo.InvariantCulture, $"Post number {post}.");

    private async Task ImportAsync()
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(8).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(0, Posts).Select(post => $$"""{"text":"{{Words(post)}}","accounts":["drop"],"at":"{{at}}","key":"k{{post}}"}""");
        desk.Write("posts.jsonl", string.Join('\n', rows));
        (await desk.RunAsync("import", "posts.jsonl", "--as", "writer", "--approve-as", "approver")).Ended(0);
    }
}
