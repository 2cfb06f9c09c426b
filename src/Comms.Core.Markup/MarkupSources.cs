using System.Buffers;
using System.Text.Json;

namespace Comms.Core.Markup;

/// <summary>
/// Finds the blocks of markup in the JSON of a document. Whatever is wrong with the JSON is left for the reader of documents
/// to say: it sees each byte but theirs, on the line where it stands.
/// </summary>
internal static class MarkupSources
{
    /// <summary>Takes the place of a block of markup, and is no longer than the shortest.</summary>
    private static ReadOnlySpan<byte> Placeholder => "{\"type\":\"list\",\"items\":[]}"u8;

    public static IReadOnlyList<MarkupSource> Find(ReadOnlySpan<byte> json)
    {
        var found = new List<MarkupSource>();
        try
        {
            Walk(json, found);
        }
        catch (JsonException)
        {
            // The reader of documents comes to the same place, and says what is wrong there.
        }

        return found;
    }

    /// <summary>The JSON with an empty list where each block of markup stood.</summary>
    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> json, IReadOnlyList<MarkupSource> sources)
    {
        var rest = new ArrayBufferWriter<byte>(json.Length);
        var at = 0;
        foreach (var source in sources)
        {
            rest.Write(json[at..source.Start]);
            rest.Write(Placeholder);
            for (var lines = json[source.Start..source.End].Count((byte)'\n'); lines > 0; lines--)
            {
                rest.Write("\n"u8);
            }

            at = source.End;
        }

        rest.Write(json[at..]);
        return rest.WrittenSpan;
    }

    private static void Walk(ReadOnlySpan<byte> json, List<MarkupSource> found)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isBlocks = reader.ValueTextEquals("blocks"u8);
            reader.Read();
            if (isBlocks && reader.TokenType == JsonTokenType.StartArray)
            {
                Blocks(ref reader, json, found);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void Blocks(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<MarkupSource> found)
    {
        for (var at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var end = (int)reader.BytesConsumed;
            if (Markup(json[start..end]) is var (isHtml, text))
            {
                found.Add(new MarkupSource(at, start, end, isHtml, text));
            }
        }
    }

    /// <summary>The source of a block that has exactly a type and a source; null for any other, which the reader of documents judges.</summary>
    private static (bool IsHtml, string Text)? Markup(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? type = null;
        string? text = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isKnown = isType || reader.ValueTextEquals("source"u8);
            reader.Read();
            if (!isKnown || reader.TokenType != JsonTokenType.String || (isType ? type : text) is not null)
            {
                return null;
            }

            _ = isType ? type = reader.GetString() : text = reader.GetString();
        }

        return text is not null && type is "markdown" or "html" ? (type == "html", text!) : null;
    }
}
