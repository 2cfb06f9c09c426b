using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>
/// Finds texts that say the same thing in nearly the same words. Two are folded when their words are equal once case,
/// punctuation and marks of reposting are set aside, or when the pairs of neighbouring words they share are at least a
/// stated part of all they have (Jaccard). Never across a changed negation, number or quotation.
/// </summary>
/// <remarks>
/// Exact, not sampled: an index over the rarest of each text's pairs (Chaudhuri, Ganti and Kaushik 2006)
/// passes over only those that cannot reach the threshold. Unicode is not normalised, because that depends on how the
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

        var words = new WordList();
        NearDuplicateKey[] keys = [.. texts.Select(text => NearDuplicateKey.Of(text, words))];
        var index = new NearDuplicateIndex(threshold, Commonness(keys));
        return [.. keys.Select((key, at) => index.FindOrAdd(at, key))];
    }

    private static Dictionary<ulong, int> Commonness(NearDuplicateKey[] keys)
    {
        var texts = new Dictionary<ulong, int>();
        foreach (var key in keys)
        {
            foreach (var pair in key.Pairs)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(texts, pair, out _)++;
            }
        }

        return texts;
    }
}
