using CsvHelper;

namespace CommsDesk.Output;

/// <summary>CSV for a spreadsheet: a cell that it would take for a formula is escaped.</summary>
internal static class SafeCsv
{
    private static readonly CsvWriterOptions Escaped = new() { Injection = CsvInjection.Escape, NewLine = "\n" };

    public static async Task WriteAsync(Stream output, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(output, Escaped, leaveOpen: true);
        await csv.WriteRecordAsync([.. columns], cancel);
        foreach (var row in rows)
        {
            await csv.WriteRecordAsync([.. row], cancel);
        }
    }
}
