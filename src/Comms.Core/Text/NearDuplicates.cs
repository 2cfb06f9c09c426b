namespace Comms.Core.Text;

/// <summary>
/// Finds texts that say the same thing in nearly the same words. Two are folded when their words are equal once case,
/// punctuation and marks of reposting are set aside, or when the pairs of neighbouring words they share are at least a
/// stated part of all they have (Jaccard). Never across a changed negation, number or quotation.
/// </summary>
/// <remarks>
/// Exact, not sampled: an index over the rarest of each text's pairs (Chaudhuri, Ganti and Kaushik 2006)
/// passes over only those that cannot reach the threshold. Many texts are read on all processors at once. Unicode is not normalised, because that depends on how the
/// host is set up; case is folded by the invariant rules.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>Above this much overlap two texts count as the same. Feedly's published line of 85 % serves here too.</summary>
    public const double Threshold = 0.85;

    /// <summary>Folds texts under the earliest that they repeat.</summary>
    /// <param name="texts">The texts, earliest first.</param>
    /// <param name="threshold">From just above 0 to 1. Default: 0.85.</param>
    /// <returns>For each text the place of the one that it repeats; its own place when it is the first to say so.</returns>
    public static IReadOnlyList<int> Fold(IReadOnlyList<string> texts, double threshold = Threshold)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(threshold, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);

        var keys = new NearDuplicateKey[texts.Count];
        SideBySide.Do(keys.Length, (from, to) => Read(texts, keys, from, to));
        var rarest = new RarestPairs(keys, threshold);
        var pairs = new ArraySegment<ulong>[keys.Length];
        SideBySide.Do(keys.Length, (from, to) => Pick(keys, rarest, pairs, from, to));
        var index = new NearDuplicateIndex(threshold, keys, pairs.Sum(each => each.Count));
        return [.. pairs.Select((each, at) => index.FindOrAdd(at, each))];
    }

    private static void Read(IReadOnlyList<string> texts, NearDuplicateKey[] keys, int from, int to)
    {
        var (words, store) = (new WordList(), new PairStore());
        for (var at = from; at < to; at++)
        {
            keys[at] = NearDuplicateKey.Of(texts[at], words, store);
        }
    }

    private static void Pick(NearDuplicateKey[] keys, RarestPairs rarest, ArraySegment<ulong>[] pairs, int from, int to)
    {
        var store = new PairStore();
        for (var at = from; at < to; at++)
        {
            pairs[at] = rarest.Of(keys[at], store);
        }
    }
}
