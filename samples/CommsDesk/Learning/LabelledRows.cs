using System.Globalization;
using Comms.Core.Channels;
using CommsDesk.Input;
using CommsDesk.Output;

namespace CommsDesk.Learning;

/// <summary>Reads the words and the columns of labels of a file. A row that cannot be used is set aside by name.</summary>
internal static class LabelledRows
{
    /// <exception cref="InputException">There is no such column.</exception>
    public static async Task<LabelledFile> ReadAsync(
        RowInput input, string? textColumn, IReadOnlyList<string> columns, Rejects rejects, CancellationToken cancel)
    {
        var rows = new List<LabelledRow>();
        var missing = columns.ToHashSet(StringComparer.OrdinalIgnoreCase);
        string? words = null;
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await using var stream = input.Open();
        await foreach (var row in input.ReadAsync(stream, cancel))
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"{input.Name}:{row.Line}");
            if (row.Fault is { } fault)
            {
                await rejects.AddAsync(new SourceEvent.Unreadable(where, fault, row.Raw), cancel);
                continue;
            }

            words ??= TextColumn.Of(input, row, textColumn);
            known.UnionWith(row.Fields.Keys);
            missing.RemoveWhere(row.Fields.ContainsKey);
            if (string.IsNullOrWhiteSpace(row[words]))
            {
                var reason = row[words] is null ? $"no \"{words}\" in it" : "empty";
                await rejects.AddAsync(new SourceEvent.Unreadable(where, reason, row.Raw), cancel);
                continue;
            }

            rows.Add(new LabelledRow(where, row[words]!, [.. columns.Select(column => row[column])], row.Raw));
        }

        return missing.Count == 0 ? new LabelledFile(input.Name, Spelled(columns, known), rows) : throw new InputException(
            $"{input.Name}: no column '{missing.First()}'. The columns are {string.Join(", ", known.Take(60))}");
    }

    /// <summary>As the header has them, in whatever case the user named them.</summary>
    private static string[] Spelled(IReadOnlyList<string> columns, HashSet<string> known) =>
        [.. columns.Select(column => known.TryGetValue(column, out var header) ? header : column)];
}
