using System.Globalization;
using Comms.Core.PostgreSql;
using Comms.Core.Tests.Servers;
using Npgsql;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>A schema of its own on the real server, gone after the test.</summary>
internal sealed class TestSchema(string variable = "COMMS_TEST_POSTGRESQL") : IAsyncDisposable
{
    private static int _made;

    private readonly string _server = RealServer.Address(variable, "postgresql");

    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"t_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");

    public PostgreSqlLedgerOptions Options => new() { ConnectionString = _server, Schema = Name };

    public async Task<PostgreSqlLedger> OpenAsync(CancellationToken cancel) => await PostgreSqlLedger.OpenAsync(Options, cancel);

    /// <summary>Puts a clock that moves when told in place of the server's.</summary>
    public Task StopClockAsync(DateTimeOffset at) => RunAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CREATE TABLE {Name}.told (now bigint NOT NULL);
        INSERT INTO {Name}.told VALUES ({at.ToUnixTimeMilliseconds()});
        CREATE OR REPLACE FUNCTION {Name}.now_ms() RETURNS bigint LANGUAGE sql VOLATILE AS 'SELECT now FROM {Name}.told';
        """));

    public Task MoveClockAsync(TimeSpan span) => RunAsync(string.Create(
        CultureInfo.InvariantCulture, $"UPDATE {Name}.told SET now = now + {(long)span.TotalMilliseconds}"));

    /// <summary>Runs a script as any other program could.</summary>
    public async Task RunAsync(string script) => await AskAsync<object>(script);

    /// <summary>The first value of the first row.</summary>
    public async Task<T?> AskAsync<T>(string question)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The scripts are written in the tests.
        await using var command = new NpgsqlCommand(question, connection);
#pragma warning restore CA2100
        return (T?)await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA IF EXISTS {Name} CASCADE");
}
