using System.Text.Encodings.Web;
using System.Text.Json;

namespace CommsDesk.Output;

/// <summary>How the desk writes JSON: letters and signs as they are, since it goes to files, pipes and terminals and never into a page.</summary>
internal static class ReadableJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
