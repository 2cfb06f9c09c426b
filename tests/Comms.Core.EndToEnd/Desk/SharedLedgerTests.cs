using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Desk;

public sealed class SharedLedgerTests : IAsyncLifetime
{
    private const int Posts = 30;
    private readonly DeskProgram desk = new();
    private TestDatabase? database;

    private NumberedPosts Numbered => new(desk, "out");

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
        await Numbered.ImportAsync(Posts);
        using var one = desk.Start("run");
        using var two = desk.Start("run");
        using var three = desk.Start("run");
        await Eventually.HoldsAsync(() => Numbered.Files.Length >= 3, "the posts never appeared");
        one.Kill();
        await Eventually.HoldsAsync(() => Numbered.Files.Length >= Posts - 2, "the others did not go on");
        two.Kill();
        three.Kill();
        await Numbered.EndOnceEachAsync(Posts);
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
}
