using System.Text;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.PostgreSql.Migrations;
using Npgsql;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

public sealed class ErasureTests : IAsyncLifetime
{
    private const int Records = 1000;

    private TestDatabase? _database;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nothing_removed_can_be_read_from_the_raw_pages_of_the_database()
    {
        await using var ledger = await PostgreSqlLedger.OpenAsync(Options, Cancel);
        await FillAsync(ledger);
        Assert.Contains("secret-", await RawAsync(), StringComparison.Ordinal);

        await RemoveAsync(ledger);
        await ledger.SweepAsync(Cancel);

        var raw = await RawAsync();
        Assert.Contains("kept-", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_own_the_tables_is_told_that_nothing_was_swept()
    {
        await using (await PostgreSqlLedger.OpenAsync(Options, Cancel))
        {
            var name = TestServer.NextName('r');
            await AskAsync($"CREATE ROLE {name} LOGIN PASSWORD 'only here'; GRANT ALL ON SCHEMA comms TO {name}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA comms TO {name}");
            var theirs = new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { Username = name, Password = "only here" };
            await using (var guest = await PostgreSqlLedger.OpenAsync(Options with { ConnectionString = theirs.ConnectionString }, Cancel))
            {
                Assert.Contains("may not rewrite", (await Assert.ThrowsAsync<LedgerException>(async () => await guest.SweepAsync(Cancel))).Message, StringComparison.Ordinal);
            }

            await AskAsync($"DROP OWNED BY {name}; DROP ROLE {name}");
        }
    }

    [Fact]
    public async Task The_planner_keeps_no_samples_of_words_nor_does_it_after_an_older_layout_was_brought_up()
    {
        await using (var older = await PostgreSqlLedger.OpenAsync(Options, layout: 4, Cancel))
        {
            await FillAsync(older);
            await AskAsync("ANALYZE");
            Assert.True(await SamplesAsync() > 0);
        }

        await using var ledger = await PostgreSqlLedger.OpenAsync(Options, Cancel);
        Assert.Equal(0, await SamplesAsync());
        await AskAsync("ANALYZE");
        Assert.Equal(0, await SamplesAsync());
        Assert.True(Migrator.Newest >= 5);
    }

    private PostgreSqlLedgerOptions Options => new() { ConnectionString = _database!.ConnectionString };

    private static string Word(int number) => number % 2 == 1 ? "secret-" : "kept-";

    private static async Task FillAsync(PostgreSqlLedger ledger)
    {
        foreach (var some in Enumerable.Range(0, Records).Chunk(100))
        {
            await CommitAsync(ledger, new LedgerBatch
            {
                Writes = [.. some.Select(number => new LedgerWrite { Key = new RecordKey("thing", $"{Word(number)}{number}"), Expected = 0, Content = Encoding.ASCII.GetBytes($"{Word(number)}{new string('x', number % 60)}") })],
                Entries = [.. some.Select(number => new ChainEntry { Payload = Encoding.ASCII.GetBytes($"{Word(number)}{number}"), Salt = new byte[ChainEntry.SaltLength] })],
            });
        }
    }

    private static Task RemoveAsync(PostgreSqlLedger ledger) => CommitAsync(ledger, new LedgerBatch
    {
        Writes = [.. Enumerable.Range(0, Records).Where(number => number % 2 == 1).Select(number => new LedgerWrite { Key = new RecordKey("thing", $"{Word(number)}{number}"), Expected = 1, Content = null })],
        Erase = [.. Enumerable.Range(0, Records).Where(number => number % 2 == 1).Select(number => number + 1L)],
    });

    private static async Task CommitAsync(PostgreSqlLedger ledger, LedgerBatch batch) => Assert.Equal(CommitResult.Done, await ledger.CommitAsync(batch, Cancel));

    private Task<object?> AskAsync(string script) => TestServer.AskAsync<object>(_database!.ConnectionString, script);

    private async Task<long> SamplesAsync() => (long)(await AskAsync(
        "SELECT count(*) FROM pg_stats WHERE schemaname = 'comms' AND attname IN ('content', 'payload', 'id') AND (coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '')) <> ''"))!;

    /// <summary>All files of the database, as they lie on the server's disk; what its log has still to bring there is written first.</summary>
    private async Task<string> RawAsync()
    {
        await AskAsync("CHECKPOINT");
        var folder = (string)(await AskAsync("SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = current_database()"))!;
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(folder))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, Cancel);
            all.Append(Encoding.Latin1.GetString(bytes));
        }

        return all.ToString();
    }
}
