using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Comms.Core.Text;

/// <summary>Words beside which a person's name stands, and words that look like a name there and are none. Immutable.</summary>
internal sealed class NameWords
{
    private const string ShippedName = "lexicons/names.json";
    private static readonly Lazy<NameWords> LazyShipped = new(ReadShipped);

    private NameWords(NameFile file)
    {
        Titles = Set(file.Titles);
        PlainTitles = Set(file.PlainTitles);
        Relations = Set(file.Relations);
        Owners = Set(file.Owners);
        Naming = Set(file.Naming);
        Closings = Set(file.Closings);
        Cues = $"{file.Titles} {file.Relations} {file.Naming} {file.Closings} name".Split(' ');
        NotNames = Set(file.NotNames);
        SurnamesToo = Set(file.SurnamesToo);
        Places = Set(file.Places);
    }

    public static NameWords Shipped => LazyShipped.Value;

    /// <summary>Without one of them a text gives no name away.</summary>
    public IReadOnlyList<string> Cues { get; }

    /// <summary>A name follows at once: Mrs, Nurse.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles { get; }

    /// <summary>Titles that are nothing else: what follows is a name, whatever else it may mean.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainTitles { get; }

    /// <summary>A name may follow when it is somebody's: my son, our midwife.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Relations { get; }

    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Owners { get; }

    /// <summary>A name follows when a person stands before: a nurse called.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Naming { get; }

    /// <summary>A name may follow and end the text: kind regards.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Closings { get; }

    /// <summary>Capitalised there for another reason.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNames { get; }

    /// <summary>The same, and yet a name after Mr, Mrs, Ms, Miss or Dr: Mrs May.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SurnamesToo { get; }

    /// <summary>What is named after people.</summary>
    public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Places { get; }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static NameWords ReadShipped() => new(TextData.Read(ShippedName, NameJson.Default.NameFile));
}

internal sealed record NameFile(
    int Version, string Titles, string PlainTitles, string Relations, string Owners, string Naming, string Closings, string NotNames, string SurnamesToo, string Places);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NameFile))]
internal sealed partial class NameJson : JsonSerializerContext;
