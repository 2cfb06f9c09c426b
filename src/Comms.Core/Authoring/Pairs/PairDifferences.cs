namespace Comms.Core.Authoring.Pairs;

/// <summary>Says where the two halves of a pair name different dates, times or numbers. It is for a person to judge: one half may write a number in words.</summary>
internal static class PairDifferences
{
    public static IReadOnlyList<string> Of(string text, string language, PairedText pair)
    {
        if (PairRules.Shipped.Of(language) is not { } one || PairRules.Shipped.Of(pair.Language) is not { } other)
        {
            return [];
        }

        var (mine, its) = (PairFacts.Of(text, one), PairFacts.Of(pair.Text, other));
        return [.. Only(one.Name, mine.Except(its)), .. Only(other.Name, its.Except(mine))];
    }

    private static IEnumerable<string> Only(string name, IEnumerable<string> facts)
    {
        var told = string.Join(", ", facts);
        return told.Length == 0 ? [] : [$"the {name} half alone names {told}"];
    }
}
