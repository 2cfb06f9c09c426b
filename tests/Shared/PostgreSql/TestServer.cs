using System.Globalization;
using Comms.Core.Tests.Servers;
using Npgsql;

namespace Comms.Core.Tests.PostgreSql;

/// <summary>The real server: names that no other test has on it, and scripts as any other program could run them.</summary>
internal static class TestServer
{
    private static int _named;

    public static string Address(string variable = "COMMS_TEST_POSTGRESQL") => RealServer.Address(variable, "postgresql");

    public static string NextName(char sort) =>
        string.Create(CultureInfo.InvariantCulture, $"{sort}_{Environment.ProcessId}_{Interlocked.Increment(ref _named)}");

    /// <returns>The first value of the first row; null when there is none.</returns>
    public static async Task<T?> AskAsync<T>(string address, string script)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The scripts are written in the tests.
        await using var command = new NpgsqlCommand(script, connection);
#pragma warning restore CA2100
        return (T?)await command.ExecuteScalarAsync();
    }
}
