using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Channels;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Rendition))]
[JsonSerializable(typeof(FolderPost))]
internal sealed partial class ChannelJson : JsonSerializerContext;

/// <summary>Files that people read: letters of every language and emoji stand as they are.</summary>
internal static class ReadableJson
{
    public static ChannelJson Context { get; } = new(new JsonSerializerOptions(ChannelJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
