using System.Text.Json;
using System.Text.Json.Serialization;

namespace Comms.Core.Documents;

/// <summary>Reads a string or an array of runs; writes the string wherever that says all.</summary>
internal sealed class InlineTextConverter : JsonConverter<InlineText>
{
    public override InlineText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return InlineText.FromString(reader.GetString()!);
        }

        var runs = JsonSerializer.Deserialize(ref reader, DocumentJson.Default.InlineArray)
            ?? throw new JsonException("A text is a string or an array of runs.");
        return Array.IndexOf(runs, null) < 0 ? new InlineText(runs) : throw new JsonException("A run of a text is null.");
    }

    public override void Write(Utf8JsonWriter writer, InlineText value, JsonSerializerOptions options)
    {
        if (value.Runs is [{ Strong: false, Url: null } plain])
        {
            writer.WriteStringValue(plain.Text);
            return;
        }

        JsonSerializer.Serialize(writer, [.. value.Runs], DocumentJson.Default.InlineArray);
    }
}
