using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Text;

/// <summary>Reads the dated data that is embedded here.</summary>
internal static class TextData
{
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The resource seeds/{name} is empty.");
    }

    /// <param name="name">The file's place under <c>seeds</c>.</param>
    /// <exception cref="InvalidOperationException">The package was built without it.</exception>
    public static Stream Open(string name) => typeof(TextData).Assembly.GetManifestResourceStream($"seeds/{name}")
        ?? throw new InvalidOperationException($"The package lacks its resource seeds/{name}.");
}
