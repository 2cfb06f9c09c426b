using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>The originals so far, found again by their words or by a pair of words that is rare among the texts.</summary>
/// <param name="threshold">The overlap from which two texts say the same.</param>
/// <param name="keys">The keys of all texts, earliest first.</param>
/// <param name="pairs">How many pairs they are found by, all in all.</param>
internal sealed class NearDuplicateIndex(double threshold, NearDuplicateKey[] keys, int pairs)
{
    private readonly Dictionary<string, int> _exact = new(keys.Length, StringComparer.Ordinal);

    // Where a pair stands: the latest original, and from each the one before it.
    private readonly Dictionary<ulong, int> _latest = new(pairs);
    private readonly List<(int Place, int Before)> _standing = new(pairs);
    private readonly HashSet<int> _tried = [];

    /// <summary>The place of the earliest original that a text repeats; else it becomes an original at its own place.</summary>
    /// <param name="place">The text's place.</param>
    /// <param name="rarest">Its pairs by which it is found.</param>
    public int FindOrAdd(int place, ReadOnlySpan<ulong> rarest)
    {
        ref var same = ref CollectionsMarshal.GetValueRefOrAddDefault(_exact, keys[place].Exact, out var known);
        if (known)
        {
            return same;
        }

        same = FindNear(keys[place], rarest) ?? place;
        if (same == place)
        {
            Add(place, rarest);
        }

        return same;
    }

    private int? FindNear(in NearDuplicateKey key, ReadOnlySpan<ulong> rarest)
    {
        _tried.Clear();
        var nearest = int.MaxValue;
        foreach (var pair in rarest)
        {
            for (var at = _latest.GetValueOrDefault(UnderGuard(pair, key), -1); at >= 0; at = _standing[at].Before)
            {
                var place = _standing[at].Place;
                if (place < nearest && _tried.Add(place) && IsNear(keys[place], key))
                {
                    nearest = place;
                }
            }
        }

        return nearest == int.MaxValue ? null : nearest;
    }

    // The smaller of two sets must be at least the threshold's part of the larger: cheaper to see than the overlap.
    private bool IsNear(in NearDuplicateKey original, in NearDuplicateKey key) =>
        original.Guard == key.Guard
        && Math.Min(original.Pairs.Count, key.Pairs.Count) >= (threshold * Math.Max(original.Pairs.Count, key.Pairs.Count)) - 1e-9
        && original.Overlap(key) >= threshold;

    private void Add(int place, ReadOnlySpan<ulong> rarest)
    {
        foreach (var pair in rarest)
        {
            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, UnderGuard(pair, keys[place]), out var known);
            _standing.Add((place, known ? latest : -1));
            latest = _standing.Count - 1;
        }
    }

    // Texts that differ in what decides are not even compared, unless the two hashes happen to meet.
    private static ulong UnderGuard(ulong pair, in NearDuplicateKey key) => pair ^ key.GuardHash;
}
