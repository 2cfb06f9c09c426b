namespace Comms.Core.RoundUps.Selection;

/// <summary>
/// The 0/1 knapsack by dynamic programming over words (Bellman 1957): exact. <see cref="Contenders"/> bounds the rows, so
/// that the cost is linear in the candidates and at most words² × (1 + ln words) beyond that.
/// </summary>
internal static class Knapsack
{
    public static Choice Run(IReadOnlyList<Candidate> candidates, int words)
    {
        var contenders = Contenders.Of(candidates, words, _ => 0);
        var best = new double[words + 1];
        var taken = new ulong[contenders.Length][];
        for (var row = 0; row < contenders.Length; row++)
        {
            taken[row] = Consider(candidates[contenders[row]], best);
        }

        var chosen = Trace(candidates, contenders, taken, words);
        return new Choice(chosen, chosen.Sum(at => candidates[at].Worth), upperBound: 0, chosen.Sum(at => candidates[at].Words));
    }

    /// <summary>Raises what each budget can hold, and says at which budgets the candidate was taken for that.</summary>
    private static ulong[] Consider(Candidate candidate, double[] best)
    {
        var taken = new ulong[(best.Length + 63) / 64];
        for (var words = best.Length - 1; words >= candidate.Words; words--)
        {
            var with = best[words - candidate.Words] + candidate.Worth;
            if (with > best[words])
            {
                best[words] = with;
                taken[words / 64] |= 1UL << (words % 64);
            }
        }

        return taken;
    }

    private static List<int> Trace(IReadOnlyList<Candidate> candidates, int[] contenders, ulong[][] taken, int words)
    {
        var chosen = new List<int>();
        for (var row = contenders.Length - 1; row >= 0; row--)
        {
            if ((taken[row][words / 64] & (1UL << (words % 64))) != 0)
            {
                chosen.Add(contenders[row]);
                words -= candidates[contenders[row]].Words;
            }
        }

        chosen.Reverse();
        return chosen;
    }
}
