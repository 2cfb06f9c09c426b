namespace Comms.Core.RoundUps.Selection;

/// <summary>
/// Chooses what is worth most within so many words. Pure: the same candidates give the same choice. Safe for concurrent use.
/// </summary>
public static class BestChoice
{
    /// <summary>The largest budget: about 25 minutes of reading. The work grows with its square.</summary>
    public const int MostWords = 6000;

    /// <summary>
    /// Chooses. Exact where worth adds up; where coverage counts, exact or with the gap that is left after
    /// <see cref="BestChoiceOptions.Effort"/>.
    /// </summary>
    /// <param name="candidates">What could be shown, in any order; of two as good as one another the earlier is taken.</param>
    /// <param name="words">The budget, from 0 to <see cref="MostWords"/>.</param>
    /// <param name="options">What makes a choice good; null for the defaults.</param>
    /// <exception cref="ArgumentException">A candidate's worth or words are below 0 or its worth is no number.</exception>
    public static Choice Of(IReadOnlyList<Candidate> candidates, int words, BestChoiceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words, MostWords);
        options ??= new BestChoiceOptions();
        options.Check();
        foreach (var candidate in candidates)
        {
            if (candidate is not { Worth: >= 0 and < double.PositiveInfinity, Words: >= 0 })
            {
                throw new ArgumentException("A candidate's worth and words are 0 or more, and finite.", nameof(candidates));
            }
        }

        return options.Coverage ? CoverageSearch.Run(candidates, words, options.Effort) : Knapsack.Run(candidates, words);
    }
}
