using System.Globalization;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;
using Comms.Core.Sqlite;
using Comms.Core.Tests.PostgreSql;
using Comms.Core.Tests.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Publishing;

/// <summary>
/// A host of the version before, on the layout before, is at work while one of this version opens the ledger and brings it up to
/// date; both go on.
/// </summary>
public sealed class UpgradeTests
{
    private const int Accounts = 8;
    private const int Posts = 120;

    private readonly ScriptedChannel[] _channels = [.. Enumerable.Range(0, Accounts).Select(number => new ScriptedChannel($"account {number}"))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_postgresql_a_host_of_the_version_before_goes_on_beside_one_of_this()
    {
        var layout = Comms.Core.PostgreSql.Migrations.Migrator.Newest - 1;
        await using var schema = new TestSchema();
        await using var before = await PostgreSqlLedger.OpenAsync(schema.Options, layout, Cancel);
        Assert.Equal(layout, await LayoutAsync());

        await using var after = await TogetherAsync(before, () => schema.OpenAsync(Cancel));

        Assert.Equal(layout + 1, await LayoutAsync());

        Task<int> LayoutAsync() => schema.AskAsync<int>($"SELECT version FROM {schema.Name}.layout");
    }

    [Fact]
    public async Task On_sqlite_a_host_of_the_version_before_goes_on_beside_one_of_this()
    {
        using var file = new LedgerFile();
        var options = new SqliteLedgerOptions { Path = file.Path };
        await using var before = await SqliteLedger.OpenAsync(options, Comms.Core.Sqlite.Migrations.Migrator.Newest - 1, Cancel);

        await using var after = await TogetherAsync(before, async () => await SqliteLedger.OpenAsync(options, Cancel));
    }

    private async Task<TLedger> TogetherAsync<TLedger>(TLedger before, Func<Task<TLedger>> upgrade)
        where TLedger : class, ILedger
    {
        foreach (var channel in _channels)
        {
            channel.Preparing = async _ => await Task.Yield();
        }

        var world = new PublishingWorld(_channels) { Store = before, Options = new PublishingOptions { Batch = 5 } };
        await PlanAsync(world, 0);
        var old = world.Host("before");
        var working = Task.Run(async () => await old.RunDueAsync(Cancel), Cancel);
        var after = await upgrade();
        var fresh = world.HostOn("after", after);
        await Task.WhenAll(working, Task.Run(async () => await fresh.RunDueAsync(Cancel), Cancel));

        await PlanAsync(world, Posts);
        await Task.WhenAll(Task.Run(async () => await fresh.RunDueAsync(Cancel), Cancel), Task.Run(async () => await old.RunDueAsync(Cancel), Cancel));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await old.RunDueAsync(Cancel);

        Assert.Equal(
            Enumerable.Range(0, 2 * Posts).Select(Name).Order(StringComparer.Ordinal),
            _channels.SelectMany(channel => channel.Shown).Order(StringComparer.Ordinal));
        Assert.All(_channels, channel => Assert.Equal(channel.Shown.Order(StringComparer.Ordinal), channel.Shown));
        Assert.Equal(await before.ReadChainAsync(0, Cancel).CountAsync(Cancel), await after.ReadChainAsync(0, Cancel).CountAsync(Cancel));
        return after;
    }

    private static string Name(int post) => string.Create(CultureInfo.InvariantCulture, $"post {post:000}");

    private static async Task PlanAsync(PublishingWorld world, int first)
    {
        for (var post = first; post < first + Posts; post++)
        {
            Assert.True(await world.PlanAsync(Name(post), $"account {post % Accounts}"));
        }
    }
}
