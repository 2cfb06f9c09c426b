using System.Text.Json.Serialization;
using Comms.Core.Text;

namespace Comms.Core.Authoring.Pairs;

/// <summary>How dates and times are written in the languages of a pair, by the dated rules of <c>seeds/rules/bilingual.json</c>.</summary>
internal sealed record PairRules
{
    private static readonly Lazy<PairRules> LazyShipped = new(() => TextData.Read("rules/bilingual.json", PairRulesJson.Default.PairRules));

    public static PairRules Shipped => LazyShipped.Value;

    public required IReadOnlyDictionary<string, PairLanguage> Languages { get; init; }

    /// <returns>Null for a language whose dates nobody has written down.</returns>
    public PairLanguage? Of(string tag) => Languages.GetValueOrDefault(LanguageTag.Base(tag));
}

/// <summary>A language of a pair. A place of a list with “|” has several spellings.</summary>
internal sealed record PairLanguage(
    string Name, IReadOnlyList<string> Months, IReadOnlyList<string> Days, IReadOnlyList<string> DayLeads, IReadOnlyList<string> Ordinals, IReadOnlyList<string> Morning, IReadOnlyList<string> Afternoon);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PairRules))]
internal sealed partial class PairRulesJson : JsonSerializerContext;
