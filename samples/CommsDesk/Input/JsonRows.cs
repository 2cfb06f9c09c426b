using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CommsDesk.Input;

/// <summary>Reads one JSON object a line. Nested values keep their JSON.</summary>
internal static class JsonRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in LineReader.ReadAsync(stream, cancel))
        {
            if (line.Fault is { } fault)
            {
                yield return Row.Bad(line.Number, line.Text, fault);
            }
            else if (!string.IsNullOrWhiteSpace(line.Text))
            {
                yield return Parse(line);
            }
        }
    }

    private static Row Parse(Line line)
    {
        try
        {
            using var document = JsonDocument.Parse(line.Text);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? Row.Bad(line.Number, line.Text, "not a JSON object")
                : Row.Good(line.Number, Fields(document.RootElement), line.Text);
        }
        catch (JsonException fault)
        {
            return Row.Bad(line.Number, line.Text, $"not JSON at column {(fault.BytePositionInLine ?? 0) + 1}");
        }
        catch (InvalidOperationException)
        {
            return Row.Bad(line.Number, line.Text, "a text in it is not valid Unicode");
        }
    }

    private static Dictionary<string, string> Fields(JsonElement root)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in root.EnumerateObject())
        {
            fields[property.Name] = property.Value.ValueKind switch
            {
                JsonValueKind.String => property.Value.GetString()!,
                JsonValueKind.Null => "",
                _ => property.Value.GetRawText(),
            };
        }

        return fields;
    }
}
