using Comms.Core.Channels;
using Comms.Core.EndToEnd.Kills;
using Comms.Core.EndToEnd.Processes;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Publishing;
using Comms.Core.Tests.PostgreSql;
using Npgsql;
using Xunit;

namespace Comms.Core.EndToEnd.Hosting;

public sealed class RestoredDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Wire _wire = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_that_was_dumped_before_posts_went_out_and_restored_after_sends_nothing_twice()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var restored = await TestDatabase.CreateAsync();
        await using (var ledger = await OpenAsync(database))
        {
            var before = Engine(ledger);
            await PlanAsync(before, "Friday's notice.");
            await DumpAsync(database);
            await Task.Delay(TimeSpan.FromSeconds(1), before.Clock, Cancel);
            Assert.Equal(2, (await before.Publishing.RunDueAsync(Cancel)).Published);
        }

        await RestoreAsync(restored);
        await using var older = await OpenAsync(restored);
        var after = Engine(older);

        var report = await after.Publishing.RunDueAsync(Cancel);

        Assert.NotNull(report.Restored);
        Assert.Equal(1, _wire.Sent);
        Assert.Single(Directory.GetFiles(_folder.In("board"), "*.json"));
        var states = await after.Publishing.ListAsync(Cancel).ToDictionaryAsync(delivery => delivery.Rendition.Account, delivery => delivery.State, StringComparer.Ordinal, Cancel);
        Assert.Equal(DeliveryState.Published, states["board"]);
        Assert.Equal(DeliveryState.NeedsHuman, states["wire"]);

        await PlanAsync(after, "Monday's notice.");
        await Task.Delay(TimeSpan.FromSeconds(1), after.Clock, Cancel);
        Assert.Equal(2, (await after.Publishing.RunDueAsync(Cancel)).Published);
    }

    private static async Task<PostgreSqlLedger> OpenAsync(TestDatabase database) =>
        await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = database.ConnectionString }, Cancel);

    private CommsEngine Engine(PostgreSqlLedger ledger) => new CommsBuilder()
        .UseLedger(ledger, ledger.Media)
        .UseMarker(new FileHighWaterMarker(_folder.In("marker")))
        .AddChannel(new FolderChannel("board", new FolderChannelOptions { Path = _folder.In("board") }))
        .AddChannel(_wire)
        .Build();

    private static async Task PlanAsync(CommsEngine engine, string text)
    {
        var plans = new Plans(engine);
        await plans.AddAsync("board", text, Cancel);
        await plans.AddAsync("wire", text, Cancel);
    }

    private async Task DumpAsync(TestDatabase database) =>
        (await Command.RunAsync("pg_dump", _folder.Path, Cancel, "--dbname", Address(database), "--file", "friday.sql")).Succeeded();

    private async Task RestoreAsync(TestDatabase database) =>
        (await Command.RunAsync("psql", _folder.Path, Cancel, "--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", Address(database), "--file", "friday.sql")).Succeeded();

    private static string Address(TestDatabase database)
    {
        var parts = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"postgresql://{parts.Username}:{parts.Password}@{parts.Host}:{parts.Port}/{parts.Database}";
    }

    /// <summary>Takes what it is given and can never say what it took.</summary>
    private sealed class Wire : IChannel
    {
        public int Sent { get; private set; }

        public ChannelAccount Account { get; } = new() { Id = "wire", Channel = "wire" };

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => ValueTask.FromResult(
            new ChannelTraits { Version = "wire/1", Source = "a test", Checked = new DateOnly(2026, 11, 30) });

        public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
            ValueTask.FromResult(new PreparedPost { Bytes = "post"u8.ToArray() });

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel)
        {
            Sent++;
            return ValueTask.FromResult<SendOutcome>(new SendOutcome.Accepted(new Receipt($"{Sent}")));
        }
    }
}
