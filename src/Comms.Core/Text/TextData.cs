using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Comms.Core.Text;

/// <summary>Reads the dated data about texts and platforms that is embedded here.</summary>
internal static class TextData
{
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var stream = typeof(TextData).Assembly.GetManifestResourceStream($"seeds/{name}")
            ?? throw new InvalidOperationException($"The package lacks its resource seeds/{name}.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"seeds/{name} is empty.");
    }
}
