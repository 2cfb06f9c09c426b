using CommsDesk.Configuration;

namespace CommsDesk.Output;

/// <summary>Writes rows for a spreadsheet, as CSV or as a workbook.</summary>
internal static class TableOutput
{
    /// <exception cref="ConfigException">A workbook would go to a terminal.</exception>
    public static async Task WriteAsync(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, string format, CancellationToken cancel)
    {
        if (format == "xlsx" && !Console.IsOutputRedirected)
        {
            throw new ConfigException("a workbook goes to a file: --format xlsx > cases.xlsx");
        }

        await using var output = Console.OpenStandardOutput();
        await (format == "csv" ? SafeCsv.WriteAsync(output, columns, rows, cancel) : SafeWorkbook.WriteAsync(output, name, columns, rows, cancel));
    }
}
