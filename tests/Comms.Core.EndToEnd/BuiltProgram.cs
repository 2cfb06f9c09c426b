using Comms.Core.Tests;

namespace Comms.Core.EndToEnd;

/// <summary>A program as it was built with the tests, in the same configuration.</summary>
internal static class BuiltProgram
{
    public static string OfSample(string sample, string assembly) => PathOf("samples", sample, assembly);

    public static string OfTests(string project) => PathOf("tests", project, $"{project}.dll");

    private static string PathOf(string folder, string project, string assembly)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf(folder, project, "bin", framework.Parent!.Name, framework.Name, assembly);
    }
}
