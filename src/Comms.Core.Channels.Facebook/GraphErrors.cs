using System.Text.Json;

namespace Comms.Core.Channels.Facebook;

/// <summary>Reads what the Graph API says was wrong.</summary>
internal static class GraphErrors
{
    /// <summary>Its error; one without a code where the answer is of something in between, as a proxy.</summary>
    public static GraphError Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, FacebookJson.Default.ErrorAnswer)?.Error ?? new GraphError();
        }
        catch (JsonException)
        {
            return new GraphError();
        }
    }
}
