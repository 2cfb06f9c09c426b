using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>Labels with what they mean for urgency and priority, as in <c>seeds/lexicons/labels.json</c>.</summary>
internal sealed record LabelFile(int Version, IReadOnlyList<LabelEntry> Labels);

/// <summary>What a label means beside its name.</summary>
internal sealed record LabelEntry(string Label, Urgency Urgency, int Priority)
{
    /// <summary>Whether a person must look before anything is taken as decided.</summary>
    public bool NeedsHuman { get; set; }

    /// <summary>Whether a rule on this kind comes before the services that the message names.</summary>
    public bool Claims { get; set; }
}

/// <summary>Phrases by the label they speak for, as in <c>seeds/lexicons/*.json</c>.</summary>
internal sealed record SignalFile(int Version, IReadOnlyList<SignalEntry> Signals)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; set; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Phrases for one label.</summary>
internal sealed record SignalEntry(string Label, IReadOnlyList<string> Phrases)
{
    public float Confidence { get; set; } = 0.9f;

    public Urgency? Urgency { get; set; }

    public bool Denied { get; set; }

    /// <summary>Idioms and near misses that take the label back where they overlap with it.</summary>
    public IReadOnlyList<string> Unless { get; set; } = [];
}

/// <summary>The files in this package.</summary>
internal static class ShippedSignals
{
    private static readonly string[] Names = ["safety.en", "safety.cy", "duties.en", "duties.cy", "kinds.en", "kinds.cy"];
    private static readonly Lazy<LabelFile> LazyLabels = new(() => Open("labels", SignalJson.Default.LabelFile));
    private static readonly Lazy<WordShares> LazyCommon = new(() => new WordShares(Open("common", SignalJson.Default.CommonFile).Words));

    private static readonly Lazy<SignalFile[]> LazyFiles = new(() => Array.ConvertAll(Names, name => Open(name, SignalJson.Default.SignalFile)));

    public static LabelFile File => LazyLabels.Value;

    /// <summary>Kinds that claim a message before the services it names.</summary>
    public static IReadOnlySet<string> Claiming { get; } =
        File.Labels.Where(label => label.Claims).Select(label => label.Label["kind:".Length..]).ToHashSet(StringComparer.Ordinal);

    /// <summary>How common words are, so that phrases are looked up by others.</summary>
    public static WordShares Common => LazyCommon.Value;

    public static IReadOnlyList<SignalFile> Phrases => LazyFiles.Value;

    public static T Open<T>(string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        TextData.Read($"lexicons/{name}.json", type);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LabelFile))]
[JsonSerializable(typeof(SignalFile))]
[JsonSerializable(typeof(LanguageFile))]
[JsonSerializable(typeof(CommonFile))]
internal sealed partial class SignalJson : JsonSerializerContext;

/// <summary>Common little words by language, as in <c>seeds/lexicons/languages.json</c>.</summary>
internal sealed record LanguageFile(int Version, IReadOnlyDictionary<string, string> Languages);

/// <summary>Common words, with spaces in between, as in <c>seeds/lexicons/common.json</c>.</summary>
internal sealed record CommonFile(int Version, string Words);
