using System.Text.Json;
using Comms.Core.RoundUps.Feeds;

namespace CommsDesk.Output;

/// <summary>Writes a message of the moderated feed as one JSON object, as its moderators see it.</summary>
internal static class FeedEntryJson
{
    public static void Write(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("state", entry.State.ToString().ToLowerInvariant());
        json.WriteString("firstOfTwo", entry.FirstOfTwo);
        json.WriteBoolean("masked", entry.Masked);
        json.WriteString("consent", entry.Consent);
        json.WriteBoolean("namesPatient", entry.NamesPatient);
        if (entry.Message is { } message)
        {
            json.WriteString("source", message.Source);
            json.WriteString("at", message.At);
            json.WriteString("author", message.Author?.Handle);
            json.WriteString("url", message.Url);
            json.WriteString("text", message.Text);
            json.WriteTexts("flags", message.Findings.Flags);
            json.WriteTexts("personalData", [.. message.Findings.PersonalData.Select(found => found.Kind)]);
        }

        json.WriteStartArray("acts");
        foreach (var act in entry.Acts)
        {
            json.WriteStartObject();
            json.WriteString("verdict", act.Verdict.ToString().ToLowerInvariant());
            json.WriteString("by", act.By);
            json.WriteString("at", act.At);
            json.WriteString("why", act.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
