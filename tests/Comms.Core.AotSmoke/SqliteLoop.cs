using Comms.Core.Sqlite;

namespace Comms.Core.AotSmoke;

/// <summary>The loop on a ledger in one file, which goes when it ends.</summary>
internal static class SqliteLoop
{
    public static async Task<bool> RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("comms-");
        try
        {
            var clock = new SetClock();
            var options = new SqliteLedgerOptions { Path = Path.Combine(folder.FullName, "comms.db"), Clock = clock };
            await using var ledger = await SqliteLedger.OpenAsync(options, CancellationToken.None);
            return await new Loop("sqlite", clock, ledger, ledger.Media, output).RunAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
