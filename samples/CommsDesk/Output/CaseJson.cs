using System.Text.Json;
using Comms.Core.Cases;

namespace CommsDesk.Output;

/// <summary>Writes a case as one JSON object.</summary>
internal static class CaseJson
{
    public static void Write(Utf8JsonWriter json, Case opened)
    {
        json.WriteStartObject();
        json.WriteString("id", opened.Id);
        json.WriteString("team", opened.Team);
        Texts(json, "alsoTold", opened.AlsoTold);
        json.WriteString("state", opened.State.ToString().ToLowerInvariant());
        json.WriteString("openedAt", opened.OpenedAt);
        json.WriteString("urgency", opened.Urgency.ToString().ToLowerInvariant());
        json.WriteNumber("priority", opened.Priority);
        Texts(json, "flags", opened.Flags);
        Texts(json, "because", opened.Because);
        Texts(json, "messages", opened.Messages);
        json.WriteStartArray("obligations");
        foreach (var duty in opened.Obligations)
        {
            json.WriteStartObject();
            json.WriteString("rule", duty.Rule);
            json.WriteString("nation", duty.Nation);
            json.WriteString("act", duty.Act);
            json.WriteString("start", duty.Start.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("due", duty.Due.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("source", duty.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
