using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Channels;

namespace CommsDesk.Input;

/// <summary>
/// A file or pipe as a source of messages. The cursor counts rows, so that a killed run goes on where it was. What was
/// read to its end is not opened again until it has changed.
/// </summary>
internal sealed class FileSource(string id, RowInput input, string? textColumn, TimeProvider clock, ColumnMapping? mapping = null, string zone = "UTC") : IMessageSource
{
    private const int PageSize = 500;
    private (SourceCursor Cursor, (long Length, DateTime Written) Mark)? _ended;

    public string Id { get; } = id;

    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var mark = input.Mark();
        if (_ended == (from, mark))
        {
            yield break;
        }

        var done = from == SourceCursor.Start ? 0 : long.Parse(from.Value, CultureInfo.InvariantCulture);
        long row = 0;
        var page = new List<SourceEvent>(PageSize);
        await foreach (var happened in new MessageRows(input, textColumn, clock, mapping, zone).ReadAsync(cancel))
        {
            if (row++ < done)
            {
                continue;
            }

            page.Add(happened);
            if (page.Count == PageSize)
            {
                yield return Page(page, row);
                page = new List<SourceEvent>(PageSize);
            }
        }

        if (page.Count > 0)
        {
            yield return Page(page, row);
        }

        _ended = (row == 0 ? SourceCursor.Start : Cursor(row), mark);
    }

    private static SourcePage Page(List<SourceEvent> page, long row) =>
        new(page, Cursor(row));

    private static SourceCursor Cursor(long row) => new(row.ToString(CultureInfo.InvariantCulture));
}
