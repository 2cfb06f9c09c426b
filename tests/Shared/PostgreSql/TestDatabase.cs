using Npgsql;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>A database of its own on the real server, gone after the test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name = TestServer.NextName('d');

    private TestDatabase()
    {
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(TestServer.Address()) { Database = _name }.ConnectionString;

    public static async Task<TestDatabase> CreateAsync(string how = "")
    {
        var made = new TestDatabase();
        await RunAsync($"CREATE DATABASE {made._name} {how}");
        return made;
    }

    public async ValueTask DisposeAsync() => await RunAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private static Task<object?> RunAsync(string statement) => TestServer.AskAsync<object>(TestServer.Address(), statement);
}
