using System.Runtime.CompilerServices;
using CsvHelper;

namespace CommsDesk.Input;

/// <summary>Reads comma-separated rows with a header. A row with too few or too many fields is named; the others go on.</summary>
internal static class CsvRows
{
    private static readonly CsvReaderOptions Rules = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
        BufferSize = 1024,
    };

    public static async IAsyncEnumerable<Row> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        string[]? header = null;
        var rules = Rules;
        await foreach (var record in CsvRecords.ReadAsync(stream, cancel))
        {
            if (header is null)
            {
                rules = Rules with { Separator = Separator(record.Text) };
                header = (record.Fault is null ? Split(record.Text, rules) : null)
                    ?? throw new InputException($"line {record.Number}: the header cannot be read");
            }
            else if (record.Fault is not null || record.Text.Length > 0)
            {
                yield return Parse(record, header, rules);
            }
        }
    }

    private static Row Parse(Line record, string[] header, CsvReaderOptions rules)
    {
        if (record.Fault is { } fault)
        {
            return Row.Bad(record.Number, record.Text, fault);
        }

        if (Split(record.Text, rules) is not { } values)
        {
            return Row.Bad(record.Number, record.Text, "a quote stands within an unquoted field");
        }

        if (values.Length != header.Length)
        {
            return Row.Bad(record.Number, record.Text, $"{values.Length} fields, and the header has {header.Length}");
        }

        var fields = new Dictionary<string, string>(header.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Length; i++)
        {
            fields.TryAdd(header[i], values[i]);
        }

        return Row.Good(record.Number, fields, record.Text);
    }

    /// <summary>The values of a record; null when a quote stands where none may.</summary>
    private static string[]? Split(string record, CsvReaderOptions rules)
    {
        try
        {
            using var csv = CsvReader.FromText(record, rules);
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : [];
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static char Separator(string header)
    {
        using var csv = CsvReader.FromText(header, Rules);
        return csv.Separator;
    }
}
