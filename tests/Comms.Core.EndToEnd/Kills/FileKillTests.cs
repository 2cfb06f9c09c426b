using Comms.Core.EndToEnd.Processes;
using Comms.Core.Sqlite;
using Xunit;

namespace Comms.Core.EndToEnd.Kills;

public sealed class FileKillTests(ITestOutputHelper output) : KillMatrixTests(output)
{
    [Fact]
    public async Task A_file_keeps_every_post_once_wherever_hosts_are_killed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.In("comms.db");
        await using var ledger = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = path }, TestContext.Current.CancellationToken);

        await RunAsync(ledger, ledger.Media, path, folder, clock: null);
    }
}
