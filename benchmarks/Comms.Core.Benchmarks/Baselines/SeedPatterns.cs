using System.Text.Json;

namespace Comms.Core.Benchmarks.Baselines;

/// <summary>The plain phrases of the seed lexicons and all of the seed policy as patterns, by what they tell of.</summary>
internal static class SeedPatterns
{
    public static ILookup<string, string> ByLabel() =>
        Seed.Names("seeds/lexicons/").SelectMany(Lexicon).Concat(Policy())
            .ToLookup(phrase => phrase.Label, phrase => phrase.Pattern, StringComparer.Ordinal);

    private static IEnumerable<(string Label, string Pattern)> Lexicon(string name) =>
        from signal in JsonElement.Parse(Seed.Read(name)).GetProperty("signals").EnumerateArray()
        from row in Strings(signal.GetProperty("phrases"))
        where PhrasePattern.IsPlain(row)
        select (Text(signal, "label"), PhrasePattern.Of(row));

    private static IEnumerable<(string Label, string Pattern)> Policy()
    {
        var policy = JsonElement.Parse(Seed.Read("seeds/trust/policy.json"));
        return Named(policy, "services").Concat(Named(policy, "places")).Concat(
            from phrase in policy.GetProperty("phrases").EnumerateArray()
            let about = phrase.TryGetProperty("flag", out _) ? "flag" : "kind"
            select ($"{about}:{Text(phrase, about)}", PhrasePattern.Of(Text(phrase, "phrase"))));
    }

    private static IEnumerable<(string Label, string Pattern)> Named(JsonElement policy, string section) =>
        from item in policy.GetProperty(section).EnumerateArray()
        from words in Strings(item.GetProperty("phrases"))
        select ($"{section}:{Text(item, "id")}", PhrasePattern.Of(words));

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(item => item.GetString()!);

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
