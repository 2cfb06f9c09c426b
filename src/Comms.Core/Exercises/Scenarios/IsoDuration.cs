using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Comms.Core.Exercises.Scenarios;

/// <summary>Durations as ISO 8601 writes them, as <c>P1DT2H30M</c>; never negative, and without months, which have no length.</summary>
internal sealed class IsoDuration : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        return Parse(text) ?? throw new JsonException($"\"{text}\" is no duration such as PT30M or P1DT2H");
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(XmlConvert.ToString(value));
    }

    /// <summary>The duration; null when it is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var days = text.AsSpan(0, text.Contains('T', StringComparison.Ordinal) ? text.IndexOf('T', StringComparison.Ordinal) : text.Length);
        if (!text.StartsWith('P') || days.ContainsAny('Y', 'M'))
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return null;
        }
    }
}
