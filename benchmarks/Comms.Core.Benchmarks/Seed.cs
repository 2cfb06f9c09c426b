using System.Text.Json;

namespace Comms.Core.Benchmarks;

/// <summary>Reads the files of <c>seeds/</c>, which are embedded here so that a run does not depend on its folder.</summary>
internal static class Seed
{
    public static byte[] Read(string name)
    {
        using var content = Open(name);
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public static IEnumerable<JsonElement> Lines(string name)
    {
        using var lines = new StreamReader(Open(name));
        while (lines.ReadLine() is { } line)
        {
            yield return JsonElement.Parse(line);
        }
    }

    public static IEnumerable<string> Names(string folder) =>
        typeof(Seed).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static Stream Open(string name) =>
        typeof(Seed).Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException($"{name} is not embedded in the benchmarks.", name);
}
