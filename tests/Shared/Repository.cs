namespace Comms.Core.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Read(params ReadOnlySpan<string> parts) => File.ReadAllText(PathOf(parts));

    private static string Find(string? folder) => folder is null
        ? throw new InvalidOperationException("The tests do not run inside a checkout.")
        : File.Exists(Path.Combine(folder, "Comms.Core.sln")) ? folder : Find(Path.GetDirectoryName(folder));
}
