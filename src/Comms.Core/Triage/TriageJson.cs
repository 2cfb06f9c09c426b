using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Comms.Core.Triage;

/// <summary>
/// Writes a triaged message as the one JSON line of <c>comms triage</c>: its fields, their names and their order are a
/// contract. Thread-safe.
/// </summary>
public static class TriageJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object, without a line break.</summary>
    /// <param name="target">Taken as it stands; the bytes are UTF-8.</param>
    /// <param name="id">What the line is called.</param>
    /// <param name="message">What to write.</param>
    public static void Write(IBufferWriter<byte> target, string id, TriagedMessage message)
    {
        using var writer = new Utf8JsonWriter(target, Options);
        Write(writer, id, message);
    }

    /// <summary>Writes one object.</summary>
    /// <param name="writer">Flushed by who made it.</param>
    /// <param name="id">What the line is called.</param>
    /// <param name="message">What to write.</param>
    public static void Write(Utf8JsonWriter writer, string id, TriagedMessage message)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(message);
        var findings = message.Findings;
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("language", findings.Language);
        WriteSentiment(writer, findings.Sentiment);
        WriteLabels(writer, "kinds", findings.Kinds);
        WriteLabels(writer, "themes", findings.Themes);
        writer.WriteStartObject("urgency");
        writer.WriteString("label", findings.Urgency.ToString().ToLowerInvariant());
        writer.WriteNumber("confidence", Rounded(findings.UrgencyConfidence));
        writer.WriteEndObject();
        WriteStrings(writer, "flags", findings.Flags);
        WritePersonalData(writer, findings);
        WriteRoutes(writer, findings.Routes);
        WriteObligations(writer, findings.Obligations);
        writer.WriteNumber("priority", findings.Priority);
        writer.WriteBoolean("needsHuman", findings.NeedsHuman);
        WriteStrings(writer, "why", findings.Why);
        WriteEvidence(writer, findings.Evidence);
        WriteOffers(writer, findings);
        writer.WriteEndObject();
    }

    private static void WriteSentiment(Utf8JsonWriter writer, Sentiment sentiment)
    {
        writer.WriteStartObject("sentiment");
        writer.WriteString("label", sentiment.Label);
        writer.WriteNumber("negative", Rounded(sentiment.Negative));
        writer.WriteNumber("neutral", Rounded(sentiment.Neutral));
        writer.WriteNumber("positive", Rounded(sentiment.Positive));
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, string name, IReadOnlyList<Label> labels)
    {
        writer.WriteStartArray(name);
        foreach (var label in labels)
        {
            writer.WriteStartObject();
            writer.WriteString("label", label.Name);
            writer.WriteNumber("confidence", Rounded(label.Confidence));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static void WritePersonalData(Utf8JsonWriter writer, TriageFindings findings)
    {
        writer.WriteStartArray("personalData");
        foreach (var data in findings.PersonalData)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", data.Kind);
            writer.WriteNumber("start", data.Start);
            writer.WriteNumber("length", data.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRoutes(Utf8JsonWriter writer, IReadOnlyList<Route> routes)
    {
        writer.WriteStartArray("routes");
        foreach (var route in routes)
        {
            writer.WriteStartObject();
            writer.WriteString("team", route.Team);
            WriteStrings(writer, "because", route.Because);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteObligations(Utf8JsonWriter writer, IReadOnlyList<Obligation> obligations)
    {
        writer.WriteStartArray("obligations");
        foreach (var duty in obligations)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", duty.Rule);
            writer.WriteString("nation", duty.Nation);
            writer.WriteString("start", Day(duty.Start));
            writer.WriteString("due", Day(duty.Due));
            writer.WriteString("source", duty.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, IReadOnlyList<Evidence> evidence)
    {
        writer.WriteStartArray("evidence");
        foreach (var span in evidence)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteString("for", span.For);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What came after the first contract: at the end, so that readers of the first find all in its place.</summary>
    private static void WriteOffers(Utf8JsonWriter writer, TriageFindings findings)
    {
        writer.WriteString("replyIn", findings.ReplyIn);
        writer.WriteNumber("reach", findings.Reach);
        writer.WritePropertyName("serviceLevel");
        WriteServiceLevel(writer, findings.ServiceLevel);
        writer.WriteStartArray("signposts");
        foreach (var signpost in findings.Signposts)
        {
            writer.WriteStartObject();
            writer.WriteString("to", signpost.To);
            writer.WriteString("account", signpost.Account);
            writer.WriteString("words", signpost.Words);
            WriteStrings(writer, "because", signpost.Because);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("suggestedAnswers");
        foreach (var suggested in findings.SuggestedAnswers)
        {
            writer.WriteStartObject();
            writer.WriteString("question", suggested.Question);
            writer.WriteString("answer", suggested.Answer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteServiceLevel(Utf8JsonWriter writer, ServiceLevel? level)
    {
        if (level is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("due", level.Due);
        writer.WriteString("rule", level.Rule);
        writer.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Four places, so that a share reads as one and lines compare.</summary>
    private static double Rounded(float share) => Math.Round(share, 4, MidpointRounding.ToEven);
}
