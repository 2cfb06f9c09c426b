using Comms.Core.EndToEnd.Processes;
using Comms.Core.PostgreSql;
using Comms.Core.Tests.PostgreSql;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

public sealed class DatabaseKillTests(ITestOutputHelper output) : KillMatrixTests(output)
{
    [Fact]
    public async Task A_database_keeps_every_post_once_wherever_hosts_are_killed_and_whatever_their_clocks_say()
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync();
        await using var ledger = await PostgreSqlLedger.OpenAsync(
            new PostgreSqlLedgerOptions { ConnectionString = database.ConnectionString, Schema = "kills" }, TestContext.Current.CancellationToken);

        await RunAsync(ledger, ledger.Media, $"{database.ConnectionString}|kills", folder, Environment.GetEnvironmentVariable("COMMS_TEST_CLOCK"));
    }
}
