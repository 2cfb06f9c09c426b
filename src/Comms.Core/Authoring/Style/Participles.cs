namespace Comms.Core.Authoring.Style;

/// <summary>Tells past participles from other words, by their ending and by list.</summary>
internal static class Participles
{
    public static bool Has(string word)
    {
        var seed = StyleSeeds.Passive;
        if (seed.NotParticiples.Contains(word) || seed.Adjectives.Contains(word))
        {
            return false;
        }

        return seed.Irregular.Contains(word)
            || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal));
    }
}
