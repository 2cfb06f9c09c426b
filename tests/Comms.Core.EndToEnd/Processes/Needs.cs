using Xunit;

namespace Comms.Core.EndToEnd.Processes;

/// <summary>What a test needs of its machine: a bare one skips it and says why, one that must have it fails.</summary>
internal static class Needs
{
    private static readonly bool Required = Environment.GetEnvironmentVariable("COMMS_REQUIRE_SERVERS") == "1";

    /// <summary>A C compiler and the headers of zlib, which native publishing links with.</summary>
    public static void NativeToolchain()
    {
        if (OperatingSystem.IsLinux())
        {
            Hold(OnPath("clang") || OnPath("gcc"), "native publishing needs clang or gcc");
            Hold(File.Exists("/usr/include/zlib.h"), "native publishing needs the headers of zlib (zlib1g-dev)");
        }
    }

    /// <summary>A package registry: the command restores, and must have ended well but for that.</summary>
    public static CommandResult Registry(CommandResult restore)
    {
        var unreachable = restore.ExitCode != 0 && restore.Output.Contains("NU1301", StringComparison.Ordinal);
        Hold(!unreachable, "no package registry can be reached");
        return restore.Succeeded();
    }

    private static void Hold(bool available, string reason)
    {
        if (!available)
        {
            Assert.SkipUnless(Required, reason);
            Assert.Fail($"COMMS_REQUIRE_SERVERS=1, but {reason}");
        }
    }

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
