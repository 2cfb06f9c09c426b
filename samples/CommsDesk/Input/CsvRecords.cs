using System.Runtime.CompilerServices;
using System.Text;

namespace CommsDesk.Input;

/// <summary>
/// Finds where the records of a CSV file begin and end: a record goes on while a quote is open. A quote that is still
/// open after <see cref="MaxLines"/> lines was never closed: its first line is named, and reading goes on with the next.
/// </summary>
internal static class CsvRecords
{
    public const int MaxLines = 500;

    public static async IAsyncEnumerable<Line> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancel)
    {
        var open = new Queue<Line>();
        await foreach (var line in LineReader.ReadAsync(stream, cancel))
        {
            open.Enqueue(line);
            while (Next(open, last: false) is { } record)
            {
                yield return record;
            }
        }

        while (Next(open, last: true) is { } record)
        {
            yield return record;
        }
    }

    /// <summary>The first whole record of the waiting lines; null when more lines are needed.</summary>
    private static Line? Next(Queue<Line> open, bool last)
    {
        if (open.Count == 0)
        {
            return null;
        }

        var first = open.Peek();
        if (first.Fault is not null)
        {
            return open.Dequeue();
        }

        var quoted = false;
        var lines = 0;
        foreach (var line in open)
        {
            lines++;
            quoted ^= line.Text.Count('"') % 2 == 1;
            if (!quoted)
            {
                return Join(open, lines);
            }
        }

        return last || lines >= MaxLines ? open.Dequeue() with { Fault = "a quote is never closed" } : null;
    }

    private static Line Join(Queue<Line> open, int lines)
    {
        var first = open.Dequeue();
        if (lines == 1)
        {
            return first;
        }

        var text = new StringBuilder(first.Text);
        var fault = first.Fault;
        for (var i = 1; i < lines; i++)
        {
            var line = open.Dequeue();
            text.Append('\n').Append(line.Text);
            fault ??= line.Fault;
        }

        return new Line(first.Number, text.ToString(), fault);
    }
}
