using Comms.Core.Ledger;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Comms.Core.Tests.Sqlite;

public sealed class ChainTriggerTests : IDisposable
{
    private readonly LedgerFile _file = new();

    [Theory]
    [InlineData("UPDATE chain SET hash = zeroblob(32)")]
    [InlineData("DELETE FROM chain WHERE sequence = 2")]
    [InlineData("INSERT INTO chain VALUES (4, zeroblob(32), zeroblob(32))")]
    [InlineData("INSERT INTO chain VALUES (0, zeroblob(32), zeroblob(32))")]
    [InlineData("INSERT OR REPLACE INTO chain VALUES (2, zeroblob(32), zeroblob(32))")]
    [InlineData("UPDATE chain_payload SET payload = x'00'")]
    [InlineData("INSERT INTO chain_payload VALUES (1, zeroblob(16), x'00')")]
    [InlineData("INSERT OR REPLACE INTO chain_payload VALUES (1, zeroblob(16), x'00')")]
    public async Task The_file_itself_refuses_to_change_the_chain(string statement)
    {
        await using (var ledger = await _file.OpenAsync())
        {
            var entry = new ChainEntry { Payload = new byte[1], Salt = new byte[ChainEntry.SaltLength] };
            await ledger.CommitAsync(new LedgerBatch { Entries = [entry, entry] }, TestContext.Current.CancellationToken);
            await ledger.CommitAsync(new LedgerBatch { Erase = [1] }, TestContext.Current.CancellationToken);
        }

        Assert.Equal(19, Assert.Throws<SqliteException>(() => _file.Execute(statement)).SqliteErrorCode);
    }

    public void Dispose() => _file.Dispose();
}
