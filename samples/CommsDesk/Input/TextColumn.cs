namespace CommsDesk.Input;

/// <summary>Finds the column that holds the words.</summary>
internal static class TextColumn
{
    public static readonly IReadOnlyList<string> Known = ["text", "comment", "message", "body", "answer"];

    /// <summary>The column the user named, or the first of the usual names that the row has.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static string Of(RowInput input, Row row, string? named)
    {
        var found = named is null
            ? Known.FirstOrDefault(row.Fields.ContainsKey)
            : row.Fields.Keys.FirstOrDefault(name => name.Equals(named, StringComparison.OrdinalIgnoreCase));
        return found ?? (input.Format == RowFormat.Jsonl
            ? named ?? "text"
            : throw new InputException(
                $"{input.Name}: no column {(named is null ? "of text is known; name it with --text-column" : $"'{named}'")}. "
                + NamesOf(row)));
    }

    /// <summary>The columns that a row has, for whoever must name one.</summary>
    public static string NamesOf(Row row) => $"The columns are {string.Join(", ", row.Fields.Keys.Take(60))}";
}
