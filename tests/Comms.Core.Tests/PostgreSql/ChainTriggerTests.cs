using Comms.Core.Ledger;
using Npgsql;
using Xunit;

namespace Comms.Core.Tests.PostgreSql;

public sealed class ChainTriggerTests : IAsyncDisposable
{
    private readonly TestSchema _schema = new();

    [Theory]
    [InlineData("UPDATE s.chain SET hash = sha256('')")]
    [InlineData("DELETE FROM s.chain WHERE sequence = 2")]
    [InlineData("TRUNCATE s.chain CASCADE")]
    [InlineData("INSERT INTO s.chain VALUES (4, sha256(''), sha256(''))")]
    [InlineData("INSERT INTO s.chain VALUES (0, sha256(''), sha256(''))")]
    [InlineData("INSERT INTO s.chain VALUES (2, sha256(''), sha256(''))")]
    [InlineData("UPDATE s.chain_payload SET payload = 'x'")]
    [InlineData("INSERT INTO s.chain_payload VALUES (1, 'salt', 'x')")]
    public async Task The_database_itself_refuses_to_change_the_chain(string statement)
    {
        await using (var ledger = await _schema.OpenAsync(TestContext.Current.CancellationToken))
        {
            var entry = new ChainEntry { Payload = new byte[1], Salt = new byte[ChainEntry.SaltLength] };
            await ledger.CommitAsync(new LedgerBatch { Entries = [entry, entry] }, TestContext.Current.CancellationToken);
            await ledger.CommitAsync(new LedgerBatch { Erase = [1] }, TestContext.Current.CancellationToken);
        }

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => _schema.RunAsync(statement.Replace("s.", _schema.Name + ".", StringComparison.Ordinal)));
        Assert.StartsWith("23", refusal.SqlState, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync() => await _schema.DisposeAsync();
}
