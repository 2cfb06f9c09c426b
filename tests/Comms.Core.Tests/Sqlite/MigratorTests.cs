using Comms.Core.Ledger;
using Comms.Core.Sqlite;
using Comms.Core.Sqlite.Migrations;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class MigratorTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public static TheoryData<int> EarlierVersions => [.. Enumerable.Range(0, Migrator.Newest)];

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_file_of_any_earlier_version_opens_with_its_records(int version)
    {
        using (var database = Database.Open(new SqliteLedgerOptions { Path = _file.Path }))
        {
            Migrator.Migrate(database, version);
            if (version > 0)
            {
                database.Execute("INSERT INTO record (kind, id, revision, content) VALUES ('thing', 'old', 4, x'41')");
            }
        }

        await using var ledger = await _file.OpenAsync();
        var old = await ledger.FindAsync(new RecordKey("thing", "old"), TestContext.Current.CancellationToken);
        Assert.Equal(version > 0 ? 4 : null, old?.Revision);
        var batch = new LedgerBatch { Entries = [new ChainEntry { Payload = new byte[1], Salt = new byte[16] }] };
        Assert.True((await ledger.CommitAsync(batch, TestContext.Current.CancellationToken)).Committed);
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_version_before()
    {
        using var database = Database.Open(new SqliteLedgerOptions { Path = _file.Path });
        Migrator.Migrate(database, 1);
        database.Execute("CREATE TABLE chain_payload (in_the_way INTEGER)");
        Assert.Throws<LedgerException>(() => Migrator.Migrate(database));
        Assert.Equal(1, database.AskNumber("PRAGMA user_version"));
        Assert.Equal(0, database.AskNumber("SELECT count(*) FROM sqlite_schema WHERE name = 'chain'"));
    }

    public void Dispose() => _file.Dispose();
}
