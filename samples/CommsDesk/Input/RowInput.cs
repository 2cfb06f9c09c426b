namespace CommsDesk.Input;

/// <summary>An input the user named: a file, or <c>-</c> for the pipe.</summary>
internal sealed record RowInput(string Name, Func<Stream> Open, RowFormat Format)
{
    public static RowInput From(string? path, RowFormat? format, bool columnNamed)
    {
        if (path is null or "-")
        {
            return new RowInput("-", Console.OpenStandardInput, format ?? (columnNamed ? RowFormat.Csv : RowFormat.Text));
        }

        return File.Exists(path)
            ? new RowInput(path, () => File.OpenRead(path), format ?? Guess(path, columnNamed))
            : throw new InputException($"{path}: there is no such file");
    }

    public IAsyncEnumerable<Row> ReadAsync(Stream stream, CancellationToken cancel) => Format switch
    {
        RowFormat.Csv => CsvRows.ReadAsync(stream, cancel),
        RowFormat.Jsonl => JsonRows.ReadAsync(stream, cancel),
        RowFormat.Xlsx => WorkbookRows.ReadAsync(stream),
        _ => TextRows.ReadAsync(stream, cancel),
    };

    /// <summary>What changes when the file does; a pipe is read once and never changes.</summary>
    public (long Length, DateTime Written) Mark() =>
        new FileInfo(Name) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : default;

    private static RowFormat Guess(string path, bool columnNamed) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => RowFormat.Csv,
        ".jsonl" or ".ndjson" or ".json" => RowFormat.Jsonl,
        ".xlsx" => RowFormat.Xlsx,
        _ when Sniff(path) is '{' => RowFormat.Jsonl,
        _ => columnNamed ? RowFormat.Csv : RowFormat.Text,
    };

    private static int Sniff(string path)
    {
        using var reader = new StreamReader(path);
        return reader.Peek();
    }
}
