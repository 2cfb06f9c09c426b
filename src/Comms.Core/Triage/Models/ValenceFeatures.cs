namespace Comms.Core.Triage.Models;

/// <summary>The features that a lexicon's entry gives a token, besides its own words and letters.</summary>
internal static class ValenceFeatures
{
    public static IEnumerable<uint> Of(Valence valence, bool negated)
    {
        if (valence.Vader != 0)
        {
            yield return Features.Valence(Valence.VaderLexicon, valence.VaderStep, negated);
        }

        if (valence.Afinn != 0)
        {
            yield return Features.Valence(Valence.AfinnLexicon, valence.AfinnStep, negated);
        }
    }
}
