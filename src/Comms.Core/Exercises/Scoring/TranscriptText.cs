using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;

namespace Comms.Core.Exercises.Scoring;

/// <summary>Writes a transcript as JSON Lines, version 1: one object a line, its members always in the same order.</summary>
internal static class TranscriptText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(IReadOnlyList<TranscriptEntry> entries, Stream to) => Lines(entries, to, static (line, entry, _) =>
    {
        line.WriteNumber("n", entry.Number);
        line.WriteString("at", entry.At);
        line.WriteString("offset", XmlConvert.ToString(entry.Offset));
        line.WriteString("kind", entry.Kind);
        Text(line, "id", entry.Id);
        line.WriteString("title", entry.Title);
        Text(line, "who", entry.Who);
        Text(line, "detail", entry.Detail);
    });

    public static void WriteWall(IReadOnlyList<DateTimeOffset> wall, Stream to) => Lines(wall, to, static (line, at, index) =>
    {
        line.WriteNumber("n", index + 1);
        line.WriteString("wall", at);
    });

    private static void Lines<T>(IReadOnlyList<T> items, Stream to, Action<Utf8JsonWriter, T, int> write)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var line = new Utf8JsonWriter(to, Options);
        for (var index = 0; index < items.Count; index++)
        {
            line.WriteStartObject();
            write(line, items[index], index);
            line.WriteEndObject();
            line.Flush();
            to.WriteByte((byte)'\n');
            line.Reset();
        }
    }

    private static void Text(Utf8JsonWriter line, string name, string? text)
    {
        if (text is not null)
        {
            line.WriteString(name, text);
        }
    }
}
