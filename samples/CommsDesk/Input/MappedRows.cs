using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Comms.Core.Calendars;

namespace CommsDesk.Input;

/// <summary>
/// Gives the rows of an export the names that the desk knows. Every column of text that has words becomes a row of its own. A row
/// without an id gets one from what it says, so that an export that grows, or comes again under another name, is not heard twice;
/// rows that say the same are told apart by their order.
/// </summary>
internal sealed class MappedRows(RowInput input, ColumnMapping mapping, string zone)
{
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private bool _looked;

    /// <exception cref="InputException">None of the columns of text stands in a table.</exception>
    public async IAsyncEnumerable<Row> ReadAsync(IAsyncEnumerable<Row> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (row.Fault is not null || !string.IsNullOrWhiteSpace(row["deleted"]))
            {
                yield return row;
                continue;
            }

            Look(row);
            foreach (var mapped in Map(row))
            {
                yield return mapped;
            }
        }
    }

    private void Look(Row row)
    {
        if (!_looked && input.Format != RowFormat.Jsonl && !mapping.NamesOf("text").Any(name => row[name] is not null))
        {
            throw new InputException(
                $"{input.Name}: none of its columns is known to hold text; name it by \"columns\": {{\"text\": …}}. "
                + TextColumn.NamesOf(row));
        }

        _looked = true;
    }

    private IEnumerable<Row> Map(Row row)
    {
        var texts = mapping.NamesOf("text").Select(name => Find(row, name)).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct(StringComparer.Ordinal).ToArray();
        var fields = ColumnMapping.Fields.Where(field => field != "text")
            .Select(field => (Field: field, Value: mapping.NamesOf(field).Select(name => Find(row, name)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))))
            .Where(each => each.Value is not null)
            .ToDictionary(each => each.Field, each => each.Value!, StringComparer.OrdinalIgnoreCase);
        fields["at"] = Time(fields.GetValueOrDefault("at") ?? "");
        if (mapping.Act is { } act)
        {
            fields["act"] = act;
        }

        return texts.Length == 0
            ? [Row.Good(row.Line, With(fields, "text", ""), row.Raw)]
            : texts.Select((text, at) => One(row, fields, text!, at));
    }

    private Row One(Row row, Dictionary<string, string> fields, string text, int at)
    {
        var words = fields.TryGetValue("title", out var title) && !text.StartsWith(title, StringComparison.Ordinal) ? $"{title}\n{text}" : text;
        var said = With(fields, "text", words);
        said["id"] = fields.TryGetValue("id", out var id) ? at == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}/{at + 1}") : IdOf(said);
        return Row.Good(row.Line, said, row.Raw);
    }

    private static Dictionary<string, string> With(Dictionary<string, string> fields, string field, string value) =>
        new(fields, StringComparer.OrdinalIgnoreCase) { [field] = value };

    private string IdOf(Dictionary<string, string> said)
    {
        var content = string.Join('\u001F', said.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key + '=' + each.Value));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..24];
        var before = _alike.GetValueOrDefault(hash);
        _alike[hash] = before + 1;
        return before == 0 ? hash : string.Create(CultureInfo.InvariantCulture, $"{hash}/{before + 1}");
    }

    /// <summary>A field by its column, or by the way to it through nested JSON.</summary>
    private static string? Find(Row row, string name)
    {
        if (row[name] is { } value)
        {
            return value;
        }

        if (name.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot) || row[name[..dot]] is not { } nested || !nested.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(nested);
            var at = document.RootElement;
            foreach (var step in name[(dot + 1)..].Split('.'))
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                {
                    return null;
                }
            }

            return at.ValueKind == JsonValueKind.String ? at.GetString() : at.GetRawText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A time as an instant; as it stands where no form fits, for whoever says what is wrong with it.</summary>
    private string Time(string stands)
    {
        var text = stands.Trim();
        var iso = text.Length > 4 && text[4] == '-' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) ? time : (DateTime?)null;
        if (iso is { Kind: not DateTimeKind.Unspecified })
        {
            return new DateTimeOffset(iso.Value).ToString("O", CultureInfo.InvariantCulture);
        }

        var local = iso ?? (DateTime.TryParseExact(text, [.. mapping.Dates], CultureInfo.InvariantCulture, DateTimeStyles.None, out var formed) ? formed : null);
        return local is { } wall ? Zones.Resolve(wall, zone).Instant.ToString("O", CultureInfo.InvariantCulture) : stands;
    }
}
