using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>
/// Of each text the pairs of words by which a text that says the same is found. Two sets in one order with Jaccard t or
/// more share an element among the first n - ceil(t n) + 1 of each; with the rarest first, few texts meet there.
/// </summary>
internal sealed class RarestPairs
{
    private readonly double _threshold;
    private readonly Dictionary<ulong, int> _texts = [];

    /// <param name="keys">All texts that are compared.</param>
    /// <param name="threshold">The overlap from which two texts say the same.</param>
    public RarestPairs(IEnumerable<NearDuplicateKey> keys, double threshold)
    {
        _threshold = threshold;
        foreach (var key in keys)
        {
            foreach (var pair in key.Pairs)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_texts, pair, out _)++;
            }
        }
    }

    /// <summary>The pairs of a text, the rarest first. Safe for concurrent use.</summary>
    public ulong[] Of(NearDuplicateKey key)
    {
        if (key.Pairs.Length == 0)
        {
            return [];
        }

        var rarest = new ulong[key.Pairs.Length - (int)Math.Ceiling((_threshold * key.Pairs.Length) - 1e-9) + 1];
        Span<int> texts = rarest.Length <= 64 ? stackalloc int[rarest.Length] : new int[rarest.Length];
        var found = 0;
        foreach (var pair in key.Pairs)
        {
            found = Insert(rarest, texts, found, pair, _texts[pair]);
        }

        return rarest;
    }

    // The pairs come in ascending order, so of two as rare as one another the first to come stands first.
    private static int Insert(ulong[] rarest, Span<int> texts, int found, ulong pair, int commonness)
    {
        var at = found < rarest.Length ? found : found - 1;
        if (at < found && texts[at] <= commonness)
        {
            return found;
        }

        for (; at > 0 && texts[at - 1] > commonness; at--)
        {
            (rarest[at], texts[at]) = (rarest[at - 1], texts[at - 1]);
        }

        (rarest[at], texts[at]) = (pair, commonness);
        return Math.Min(found + 1, rarest.Length);
    }
}
