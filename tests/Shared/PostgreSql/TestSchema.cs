using System.Globalization;
using Comms.Core.PostgreSql;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>A schema of its own on the real server, gone after the test.</summary>
internal sealed class TestSchema(string variable = "COMMS_TEST_POSTGRESQL") : IAsyncDisposable
{
    private readonly string _server = TestServer.Address(variable);

    public string Name { get; } = TestServer.NextName('t');

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
    public Task RunAsync(string script) => AskAsync<object>(script);

    /// <summary>The first value of the first row.</summary>
    public Task<T?> AskAsync<T>(string question) => TestServer.AskAsync<T>(_server, question);

    public async ValueTask DisposeAsync() => await RunAsync($"DROP SCHEMA IF EXISTS {Name} CASCADE");
}
