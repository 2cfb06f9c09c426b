using System.Text.Json;
using CommsDesk.Configuration;

namespace CommsDesk.Input;

/// <summary>By which names the fields of a message stand in an export: dated data of <c>seeds/sources/columns.json</c>, or the desk's own.</summary>
/// <param name="Act">How its messages came; null for what each row says.</param>
/// <param name="Dates">In which forms days stand beside ISO 8601, in .NET's letters.</param>
/// <param name="Columns">For each field the names of its column, the first that a row has.</param>
internal sealed record ColumnMapping(string? Act, IReadOnlyList<string> Dates, IReadOnlyDictionary<string, IReadOnlyList<string>> Columns)
{
    /// <summary>The fields that a column can be named for.</summary>
    public static readonly string[] Fields = ["id", "title", "text", "at", "author", "url", "inReplyTo", "act", "service", "place", "groups"];

    private static readonly Lazy<IReadOnlyDictionary<string, ColumnMapping>> Shipped = new(Read);

    /// <summary>Every field by its own name, text by the usual ones.</summary>
    public static ColumnMapping Plain { get; } =
        new(null, [], Fields.ToDictionary(field => field, field => field == "text" ? TextColumn.Known : (IReadOnlyList<string>)[field], StringComparer.Ordinal));

    /// <summary>The mappings that ship, by name.</summary>
    public static IReadOnlyDictionary<string, ColumnMapping> All => Shipped.Value;

    public IReadOnlyList<string> NamesOf(string field) => Columns.GetValueOrDefault(field) ?? [];

    private static Dictionary<string, ColumnMapping> Read() =>
        JsonSerializer.Deserialize(Seeds.Bytes("sources/columns.json"), DeskJson.Default.ColumnsFile)!.Mappings
            .ToDictionary(each => each.Id, each => new ColumnMapping(each.Act, each.Dates, each.Columns), StringComparer.Ordinal);
}

/// <summary>The file of mappings.</summary>
internal sealed record ColumnsFile(int Version, string Checked, string Note, IReadOnlyList<ColumnsOfExport> Mappings);

/// <summary>One mapping as it stands in its file.</summary>
internal sealed record ColumnsOfExport
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required bool Verified { get; init; }

    public string? Act { get; init; }

    public IReadOnlyList<string> Dates { get; init; } = [];

    public required Dictionary<string, IReadOnlyList<string>> Columns { get; init; }
}
