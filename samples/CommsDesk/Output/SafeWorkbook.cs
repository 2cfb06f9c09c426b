using SpreadCheetah;

namespace CommsDesk.Output;

/// <summary>A workbook of one sheet: every cell is a text, so that none is taken for a formula.</summary>
internal static class SafeWorkbook
{
    /// <summary>What a cell holds at most: Excel specifications and limits, “total number of characters that a cell can contain”.</summary>
    private const int LongestCell = 32_767;

    private const string Cut = "… (cut: a cell holds no more)";

    public static async Task WriteAsync(Stream output, string sheet, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancel)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(output, cancellationToken: cancel);
        await workbook.StartWorksheetAsync(sheet, token: cancel);
        foreach (var row in rows.Prepend(columns))
        {
            await workbook.AddRowAsync([.. row.Select(text => new Cell(Fitting(text)))], cancel);
        }

        await workbook.FinishAsync(cancel);
    }

    private static string Fitting(string text)
    {
        if (text.Length <= LongestCell)
        {
            return text;
        }

        var end = LongestCell - Cut.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Cut);
    }
}
