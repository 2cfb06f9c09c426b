using Xunit;

namespace Comms.Core.Tests.Servers;

/// <summary>A real server, started by <c>tests/servers/up.sh</c>. Without it a test is skipped and says how to start it; with COMMS_REQUIRE_SERVERS=1 it fails.</summary>
internal static class RealServer
{
    /// <summary>The value of a variable that the servers' script sets.</summary>
    public static string Address(string variable, string name)
    {
        if (Environment.GetEnvironmentVariable(variable) is { } value)
        {
            return value;
        }

        var reason = $"there is no {name}: tests/servers/up.sh DIR {name}, then source DIR/env ({variable})";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("COMMS_REQUIRE_SERVERS") == "1", reason);
        Assert.Fail($"COMMS_REQUIRE_SERVERS=1, but {reason}");
        return "";
    }
}
