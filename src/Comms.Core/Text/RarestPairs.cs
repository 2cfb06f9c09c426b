using System.Numerics;

namespace Comms.Core.Text;

/// <summary>
/// Of each text the pairs of words by which a text that says the same is found. Two sets in one order with Jaccard t or
/// more share an element among the first n - ceil(t n) + 1 of each; with the rarest first, few texts meet there.
/// </summary>
internal sealed class RarestPairs
{
    private const int MostPlaces = 1 << 21;

    private readonly double _threshold;

    // How often pairs stand that share a place here. That two pairs may share one does no harm: any order serves that is the same for all texts.
    private readonly int[] _texts;

    /// <param name="keys">All texts that are compared.</param>
    /// <param name="threshold">The overlap from which two texts say the same.</param>
    public RarestPairs(NearDuplicateKey[] keys, double threshold)
    {
        _threshold = threshold;
        _texts = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(keys.Sum(key => (long)key.Pairs.Count), 1, MostPlaces))];
        foreach (var key in keys)
        {
            foreach (var pair in key.Pairs)
            {
                Texts(pair)++;
            }
        }
    }

    /// <summary>The pairs of a text, the rarest first. Safe for concurrent use, each with a store of its own.</summary>
    /// <param name="key">The text's key.</param>
    /// <param name="store">Has room for them.</param>
    public ArraySegment<ulong> Of(NearDuplicateKey key, PairStore store)
    {
        if (key.Pairs.Count == 0)
        {
            return [];
        }

        var rarest = store.Take(key.Pairs.Count - (int)Math.Ceiling((_threshold * key.Pairs.Count) - 1e-9) + 1);
        Span<int> texts = rarest.Count <= 64 ? stackalloc int[rarest.Count] : new int[rarest.Count];
        var found = 0;
        foreach (var pair in key.Pairs)
        {
            found = Insert(rarest, texts, found, pair, Texts(pair));
        }

        return rarest;
    }

    private ref int Texts(ulong pair) => ref _texts[pair & (ulong)(_texts.Length - 1)];

    // The pairs come in ascending order, so of two as rare as one another the first to come stands first.
    private static int Insert(Span<ulong> rarest, Span<int> texts, int found, ulong pair, int commonness)
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
