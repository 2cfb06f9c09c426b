using System.Text.Json;

namespace CommsDesk.Learning;

/// <summary>
/// How the labels of a file are written: one a cell, several a cell, or a column each. Labels are trimmed, and equal
/// when they are letter for letter.
/// </summary>
internal abstract record LabelCells
{
    private const StringSplitOptions Pieces = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private LabelCells()
    {
    }

    /// <summary>How it was read, for people.</summary>
    public abstract string Says { get; }

    /// <summary>The labels of a row.</summary>
    /// <exception cref="FormatException">They cannot be read; the message says why.</exception>
    public abstract IReadOnlyList<string> Read(LabelledRow row);

    /// <summary>Several columns are a label each; of one column, the cells of the whole file say how they are split.</summary>
    public static LabelCells Of(IReadOnlyList<string> columns, bool several, IReadOnlyList<LabelledRow> rows)
    {
        if (columns.Count > 1)
        {
            return new Columns(columns);
        }

        bool Holds(char mark) => rows.Any(row => row.Cells[0] is { } cell && !IsList(cell) && cell.Contains(mark, StringComparison.Ordinal));
        return !several ? new One(columns[0]) : new Several(columns[0], Holds('|') ? '|' : Holds(';') ? ';' : null);
    }

    private static bool IsList(string cell) => cell.AsSpan().TrimStart().StartsWith("[");

    private sealed record One(string Column) : LabelCells
    {
        public override string Says => $"one label in each cell of '{Column}'";

        public override IReadOnlyList<string> Read(LabelledRow row) =>
            string.IsNullOrWhiteSpace(row.Cells[0]) ? throw new FormatException($"no label in \"{Column}\"") : [row.Cells[0]!.Trim()];
    }

    /// <summary>A blank cell is a row of which no label holds.</summary>
    private sealed record Several(string Column, char? Mark) : LabelCells
    {
        public override string Says => Mark is { } mark
            ? $"the labels in a cell of '{Column}' split at {mark}"
            : $"one label or a JSON array in each cell of '{Column}'";

        public override IReadOnlyList<string> Read(LabelledRow row) => row.Cells[0] switch
        {
            null => throw new FormatException($"no \"{Column}\" in it"),
            var cell when IsList(cell) => List(cell),
            var cell when Mark is { } mark => cell.Split(mark, Pieces),
            var cell => string.IsNullOrWhiteSpace(cell) ? [] : [cell.Trim()],
        };

        private string[] List(string cell)
        {
            try
            {
                using var list = JsonDocument.Parse(cell);
                return
                [
                    .. list.RootElement.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number
                        ? item.ToString().Trim()
                        : throw new FormatException($"\"{Column}\" lists something that is no label")).Where(label => label.Length > 0),
                ];
            }
            catch (JsonException)
            {
                throw new FormatException($"\"{Column}\" begins as a JSON array and is none");
            }
        }
    }

    /// <summary>A column that a JSON line leaves out does not hold.</summary>
    private sealed record Columns(IReadOnlyList<string> Names) : LabelCells
    {
        public override string Says => $"{Names.Count} columns, a label each";

        public override IReadOnlyList<string> Read(LabelledRow row) =>
            [.. Names.Where((name, at) => Holds(name, row.Cells[at])).Select(name => name.Trim())];

        private static bool Holds(string column, string? cell) => cell?.Trim().ToLowerInvariant() switch
        {
            "1" or "1.0" or "true" or "yes" or "y" or "x" => true,
            null or "" or "0" or "0.0" or "false" or "no" or "n" => false,
            var other => throw new FormatException($"\"{column}\" is neither yes nor no: {other}"),
        };
    }
}
