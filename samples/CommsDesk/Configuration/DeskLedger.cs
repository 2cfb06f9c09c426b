using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace CommsDesk.Configuration;

/// <summary>The ledger of the configuration, opened: a file of this desk, or a database that several share.</summary>
internal sealed record DeskLedger(ILedger Ledger, IMediaStore Media) : IAsyncDisposable
{
    private const string FromEnvironment = "env:";

    public static async Task<DeskLedger> OpenAsync(DeskConfig config, string data, TimeProvider clock, CancellationToken cancel)
    {
        if (config.PostgreSql is { } shared)
        {
            var server = await PostgreSqlLedger.OpenAsync(new PostgreSqlLedgerOptions { ConnectionString = Secret(shared) }, cancel);
            return new DeskLedger(server, server.Media);
        }

        Directory.CreateDirectory(data);
        var file = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(data, config.Sqlite), Clock = clock }, cancel);
        return new DeskLedger(file, file.Media);
    }

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Ledger).DisposeAsync();

    private static string Secret(string setting) =>
        !setting.StartsWith(FromEnvironment, StringComparison.Ordinal) ? setting
        : Environment.GetEnvironmentVariable(setting[FromEnvironment.Length..]) is { Length: > 0 } value ? value
        : throw new ConfigException($"the ledger's connection is not there: set the variable {setting[FromEnvironment.Length..]}");
}
