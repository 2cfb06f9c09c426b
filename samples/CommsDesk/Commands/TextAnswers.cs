using System.Text.Json;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Commands;

/// <summary>Answers each row that has a "text" with one JSON line, and names the rows that have none.</summary>
internal static class TextAnswers
{
    /// <param name="path">The input; <c>-</c> for JSON Lines from the pipe.</param>
    /// <param name="answer">Writes one object about a text and its row.</param>
    /// <param name="cancel">Stops between two rows.</param>
    public static async Task<int> WriteAsync(string path, Action<Utf8JsonWriter, string, Row> answer, CancellationToken cancel)
    {
        var input = RowInput.From(path, path == "-" ? RowFormat.Jsonl : null, columnNamed: false);
        await using var lines = new JsonLines(Console.OpenStandardOutput());
        await using var stream = input.Open();
        var (good, bad) = (0, 0);
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            if (row.Fault is null && row["text"] is { } text)
            {
                answer(lines.Writer, text, row);
                await lines.EndAsync(cancel);
                good++;
            }
            else
            {
                await Console.Error.WriteLineAsync($"comms: {input.Name}:{row.Line}: {row.Fault ?? "no \"text\" in it"}");
                bad++;
            }
        }

        return bad == 0 ? ExitCode.Done : good > 0 ? ExitCode.SetAside : ExitCode.Nothing;
    }
}
