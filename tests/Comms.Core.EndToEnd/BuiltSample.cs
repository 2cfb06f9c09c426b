using Comms.Core.Tests;

namespace Comms.Core.EndToEnd;

/// <summary>A sample as it was built with the tests, in the same configuration.</summary>
internal static class BuiltSample
{
    public static string PathOf(string sample, string assembly)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf("samples", sample, "bin", framework.Parent!.Name, framework.Name, assembly);
    }
}
