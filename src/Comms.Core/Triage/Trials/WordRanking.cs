namespace Comms.Core.Triage.Trials;

/// <summary>Puts tokens in the order of what a label would lose without them; equal losses go by place.</summary>
internal static class WordRanking
{
    /// <param name="losses">Of each token.</param>
    /// <param name="most">How many to rank at most.</param>
    /// <param name="needed">How many of them are a loss at all.</param>
    public static int[] MostFirst(ReadOnlySpan<float> losses, int most, out int needed)
    {
        if (most >= losses.Length)
        {
            return All(losses, out needed);
        }

        var ranked = new int[most];
        needed = 0;
        for (var place = 0; place < most; place++)
        {
            var best = -1;
            for (var token = 0; token < losses.Length; token++)
            {
                var taken = ranked.AsSpan(0, place).Contains(token);
                best = !taken && (best < 0 || losses[token] > losses[best]) ? token : best;
            }

            ranked[place] = best;
            needed += losses[best] > 0 ? 1 : 0;
        }

        return ranked;
    }

    private static int[] All(ReadOnlySpan<float> losses, out int needed)
    {
        var keys = new (float Loss, int Token)[losses.Length];
        needed = 0;
        for (var token = 0; token < losses.Length; token++)
        {
            keys[token] = (-losses[token], token);
            needed += losses[token] > 0 ? 1 : 0;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => key.Token);
    }
}
