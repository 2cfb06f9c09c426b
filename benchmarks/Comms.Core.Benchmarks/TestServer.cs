namespace Comms.Core.Benchmarks;

/// <summary>The PostgreSQL server of <c>tests/servers/up.sh DIR postgresql</c>.</summary>
internal static class TestServer
{
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Connection => Environment.GetEnvironmentVariable("COMMS_TEST_POSTGRESQL")
        ?? throw new InvalidOperationException("There is no server: tests/servers/up.sh DIR postgresql, then source DIR/env.");
}
