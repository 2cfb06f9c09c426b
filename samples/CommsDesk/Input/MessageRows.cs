using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Comms.Core.Channels;

namespace CommsDesk.Input;

/// <summary>Makes messages of rows. A row that cannot be one is set aside with its file, line and reason.</summary>
internal sealed class MessageRows(RowInput input, string? textColumn, TimeProvider clock, ColumnMapping? mapping = null, string zone = "UTC")
{
    public async IAsyncEnumerable<SourceEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = input.Open();
        string? column = null;
        var rows = input.ReadAsync(stream, cancel);
        await foreach (var row in mapping is null ? rows : new MappedRows(input, mapping, zone).ReadAsync(rows, cancel))
        {
            column ??= row.Fault is not null || IsDeletion(row) ? null : mapping is null ? TextColumn.Of(input, row, textColumn) : "text";
            yield return Event(row, column);
        }
    }

    private SourceEvent Event(Row row, string? column)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"{input.Name}:{row.Line}");
        if (row.Fault is { } fault)
        {
            return new SourceEvent.Unreadable(where, fault, row.Raw);
        }

        if (IsDeletion(row))
        {
            return Deleted(row, where);
        }

        if (row[column!] is not { } text)
        {
            return new SourceEvent.Unreadable(where, $"no \"{column}\" in it", row.Raw);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new SourceEvent.Unreadable(where, "empty", row.Raw);
        }

        if (Time(row["at"]) is not { } at)
        {
            return new SourceEvent.Unreadable(where, $"\"at\" is no time: {row["at"]}; write it as 2026-11-23T09:30Z, or tell the source's \"dates\"", row.Raw);
        }

        return Item(row, text, at) is { } item
            ? new SourceEvent.Posted(item)
            : new SourceEvent.Unreadable(where, "\"author\" has another form than {\"handle\",\"name\",\"kind\",\"followers\"}", row.Raw);
    }

    private static bool IsDeletion(Row row) => !string.IsNullOrWhiteSpace(row["deleted"]);

    /// <summary>A row that says that a message was deleted where it stood: its id, and when.</summary>
    private SourceEvent Deleted(Row row, string where) =>
        string.IsNullOrWhiteSpace(row["id"]) ? new SourceEvent.Unreadable(where, "\"deleted\" without an \"id\"", row.Raw)
        : Time(row["deleted"]) is { } at ? new SourceEvent.Deleted(row["id"]!, at)
        : new SourceEvent.Unreadable(where, $"\"deleted\" is no time: {row["deleted"]}", row.Raw);

    /// <summary>The message of a row; null when its author cannot be read.</summary>
    public static SourceItem? Item(Row row, string text, DateTimeOffset at) => Writer(row["author"]) is (true, var author)
        ? new SourceItem
        {
            Id = row["id"] is { Length: > 0 } id ? id : string.Create(CultureInfo.InvariantCulture, $"{row.Line}"),
            Text = text,
            At = at,
            Author = author,
            Act = Enum.TryParse<Act>(row["act"], ignoreCase: true, out var act) ? act : Act.Mention,
            InReplyTo = Told(row["inReplyTo"]),
            Url = Told(row["url"]),
            Service = Told(row["service"]),
            Place = Told(row["place"]),
            Groups = Groups(row["groups"] ?? ""),
        }
        : null;

    private static string? Told(string? field) => string.IsNullOrWhiteSpace(field) ? null : field.Trim();

    /// <summary>Groups apart by semicolons, or a JSON list of texts.</summary>
    private static string[] Groups(string field)
    {
        try
        {
            return field.StartsWith('[')
                ? JsonSerializer.Deserialize(field, DeskJson.Default.StringArray) ?? []
                : field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        catch (JsonException)
        {
            return [field];
        }
    }

    /// <summary>Of 3/4/2026 nobody knows which is the day.</summary>
    private DateTimeOffset? Time(string? at) => string.IsNullOrWhiteSpace(at) ? clock.GetUtcNow()
        : at.Contains('/', StringComparison.Ordinal) ? null
        : DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static (bool Read, Author? Author) Writer(string? author)
    {
        if (string.IsNullOrWhiteSpace(author))
        {
            return (true, null);
        }

        if (!author.StartsWith('{'))
        {
            return (true, new Author(author));
        }

        try
        {
            return JsonSerializer.Deserialize(author, DeskJson.Default.Author) is { Handle: not null } known ? (true, known) : (false, null);
        }
        catch (JsonException)
        {
            return (false, null);
        }
    }
}
