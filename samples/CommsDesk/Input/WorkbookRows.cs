using System.Globalization;
using ExcelDataReader;

namespace CommsDesk.Input;

/// <summary>Reads the first sheet of a workbook, with a header. A cell's date becomes its local time.</summary>
internal static class WorkbookRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(Stream stream)
    {
        using var reader = Open(stream);
        if (!reader.Read())
        {
            yield break;
        }

        var header = Cells(reader);
        for (var line = 2L; reader.Read(); line++)
        {
            var cells = Cells(reader);
            if (cells.Any(cell => cell.Length > 0))
            {
                var fields = header.Zip(cells).Where(pair => pair.First.Length > 0)
                    .DistinctBy(pair => pair.First, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
                yield return Row.Good(line, fields, string.Join('\t', cells));
            }
        }

        await Task.CompletedTask;
    }

    private static IExcelDataReader Open(Stream stream)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(stream);
        }
        catch (Exception fault) when (fault is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException)
        {
            throw new InputException($"not a workbook: {fault.Message}", fault);
        }
    }

    private static string[] Cells(IExcelDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(index => Show(reader.GetValue(index)))];

    private static string Show(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim() ?? "",
    };
}
