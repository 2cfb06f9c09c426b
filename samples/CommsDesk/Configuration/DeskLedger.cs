using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.PostgreSql;
using Comms.Core.Sqlite;

namespace CommsDesk.Configuration;

/// <summary>The ledger of the configuration, opened: a file of this desk, a database that several share, or a schema of an exercise that several play.</summary>
internal sealed record DeskLedger(ILedger Ledger, IMediaStore Media) : IAsyncDisposable
{
    private const string FromEnvironment = "env:";

    public static async Task<DeskLedger> OpenAsync(DeskConfig config, string data, TimeProvider clock, CancellationToken cancel)
    {
        if (config.Exercise is { } exercise)
        {
            return await OnServerAsync(
                exercise.PostgreSql, connection => new PostgreSqlLedgerOptions { ConnectionString = connection, Schema = exercise.Schema }, cancel);
        }

        if (config.PostgreSql is { } shared)
        {
            return await OnServerAsync(shared, connection => new PostgreSqlLedgerOptions { ConnectionString = connection }, cancel);
        }

        Directory.CreateDirectory(data);
        var file = await SqliteLedger.OpenAsync(new SqliteLedgerOptions { Path = Path.Combine(data, config.Sqlite), Clock = clock }, cancel);
        return new DeskLedger(file, file.Media);
    }

    /// <summary>Leaves nothing of what was removed in the raw bytes of the file, or of the server's tables.</summary>
    public ValueTask SweepAsync(CancellationToken cancel) => Ledger switch
    {
        SqliteLedger file => file.SweepAsync(cancel),
        PostgreSqlLedger server => server.SweepAsync(cancel),
        _ => ValueTask.CompletedTask,
    };

    public ValueTask DisposeAsync() => ((IAsyncDisposable)Ledger).DisposeAsync();

    private static async Task<DeskLedger> OnServerAsync(string shared, Func<string, PostgreSqlLedgerOptions> with, CancellationToken cancel)
    {
        var connection = shared.StartsWith(FromEnvironment, StringComparison.Ordinal) ? await SecretAsync(shared, cancel) : shared;
        var server = await PostgreSqlLedger.OpenAsync(with(connection), cancel);
        return new DeskLedger(server, server.Media);
    }

    private static async ValueTask<string> SecretAsync(string reference, CancellationToken cancel) =>
        await new EnvironmentCredentials().FindAsync(reference, cancel) is { Length: > 0 } secret ? secret
        : throw new ConfigException($"the ledger's connection is not there: set the variable {reference[FromEnvironment.Length..]}");
}
