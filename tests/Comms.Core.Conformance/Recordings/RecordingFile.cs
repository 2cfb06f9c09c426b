using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Conformance.Recordings;

/// <summary>Where recordings lie, as files that people read.</summary>
internal static class RecordingFile
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static T Read<T>(string name) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Recordings", "Sessions", name + ".json")), Written)!;

    /// <summary>Keeps a new recording where <c>COMMS_RECORD</c> asks for one.</summary>
    /// <returns>False where it does not.</returns>
    public static bool Keep<T>(string name, T session)
    {
        if (Environment.GetEnvironmentVariable("COMMS_RECORD") is not { } folder)
        {
            return false;
        }

        File.WriteAllText(Path.Combine(folder, name + ".json"), JsonSerializer.Serialize(session, Written) + "\n");
        return true;
    }
}
