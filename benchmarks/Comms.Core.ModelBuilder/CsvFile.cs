using System.Text;

namespace Comms.Core.ModelBuilder;

/// <summary>The rows of a CSV file (RFC 4180), each by column name.</summary>
internal static class CsvFile
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string path)
    {
        using var records = Records(File.ReadAllText(path)).GetEnumerator();
        var names = records.MoveNext() ? records.Current : throw new InvalidDataException($"{path} is empty.");
        while (records.MoveNext())
        {
            var values = records.Current;
            yield return names.Select((name, i) => (name, Value: i < values.Count ? values[i] : "")).ToDictionary(pair => pair.name, pair => pair.Value);
        }
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append(text[++at]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r'))
            {
                field.Append(c);
            }
            else if (c == ',' || c == '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }
}
