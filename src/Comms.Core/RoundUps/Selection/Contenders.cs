namespace Comms.Core.RoundUps.Selection;

/// <summary>
/// Leaves out what cannot be in a best choice: of candidates with the same words and the same topics, no choice holds more
/// than fit, and those are the worthiest. At most words × (1 + ln words) are left of each set of topics, however many
/// there were.
/// </summary>
internal static class Contenders
{
    /// <summary>The places of those left, in ascending order.</summary>
    /// <param name="candidates">All of them.</param>
    /// <param name="words">The budget.</param>
    /// <param name="kindOf">Which candidates are alike but for their worth and words.</param>
    public static int[] Of(IReadOnlyList<Candidate> candidates, int words, Func<int, int> kindOf) =>
    [
        .. Enumerable.Range(0, candidates.Count)
            .Where(at => candidates[at].Worth > 0 && candidates[at].Words <= words)
            .GroupBy(at => (candidates[at].Words, kindOf(at)))
            .SelectMany(alike => Worthiest(candidates, alike, alike.Key.Words == 0 ? int.MaxValue : words / alike.Key.Words))
            .Order(),
    ];

    // A heap of the best so far, so that a million alike cost no sort of a million.
    private static IEnumerable<int> Worthiest(IReadOnlyList<Candidate> candidates, IEnumerable<int> alike, int most)
    {
        var best = new PriorityQueue<int, (double Worth, int Early)>();
        foreach (var at in alike)
        {
            best.Enqueue(at, (candidates[at].Worth, -at));
            if (best.Count > most)
            {
                best.Dequeue();
            }
        }

        return best.UnorderedItems.Select(item => item.Element);
    }
}
