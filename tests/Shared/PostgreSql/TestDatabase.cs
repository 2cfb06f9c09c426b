using System.Globalization;
using Comms.Core.Tests.Servers;
using Npgsql;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>A database of its own on the real server, gone after the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int _made;

    private readonly string _server;

    private TestDatabase(string server, string name)
    {
        _server = server;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string how = "")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"d_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        var made = new TestDatabase(RealServer.Address("COMMS_TEST_POSTGRESQL", "postgresql"), name);
        await made.RunAsync($"CREATE DATABASE {name} {how}");
        return made;
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP DATABASE {Name} WITH (FORCE)");

    private async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The statements are written in the tests.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
