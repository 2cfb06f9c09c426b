using System.Runtime.CompilerServices;

namespace CommsDesk.Input;

/// <summary>Reads one message a line; a blank line is a blank message, and is named as such further on.</summary>
internal static class TextRows
{
    public static async IAsyncEnumerable<Row> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in LineReader.ReadAsync(stream, cancel))
        {
            yield return line.Fault is { } fault
                ? Row.Bad(line.Number, line.Text, fault)
                : Row.Good(line.Number, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["text"] = line.Text }, line.Text);
        }
    }
}
