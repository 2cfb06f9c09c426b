using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>The originals so far, found again by their words or by a pair of words that is rare among the texts.</summary>
/// <param name="threshold">The overlap from which two texts say the same.</param>
/// <param name="commonness">In how many texts each pair stands.</param>
internal sealed class NearDuplicateIndex(double threshold, Dictionary<ulong, int> commonness)
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _guards = new(StringComparer.Ordinal);

    // Where a pair stands under a guard: the latest original, and from each the one before it.
    private readonly Dictionary<(ulong Pair, int Guard), int> _latest = [];
    private readonly List<(int Place, int Before)> _standing = [];
    private readonly Dictionary<int, NearDuplicateKey> _originals = [];
    private readonly HashSet<int> _tried = [];

    /// <summary>The place of the earliest original that the key repeats; else the key becomes an original at its place.</summary>
    public int FindOrAdd(int place, NearDuplicateKey key)
    {
        if (_exact.TryGetValue(key.Exact, out var same))
        {
            return same;
        }

        var prefix = Prefix(key);
        var guard = GuardOf(key);
        var original = FindNear(key, guard, prefix);
        _exact.Add(key.Exact, original ?? place);
        if (original is null)
        {
            Add(place, key, guard, prefix);
        }

        return original ?? place;
    }

    private int GuardOf(NearDuplicateKey key)
    {
        ref var guard = ref CollectionsMarshal.GetValueRefOrAddDefault(_guards, key.Guard, out var known);
        return known ? guard : guard = _guards.Count;
    }

    private int? FindNear(NearDuplicateKey key, int guard, ReadOnlySpan<ulong> prefix)
    {
        _tried.Clear();
        var nearest = int.MaxValue;
        foreach (var pair in prefix)
        {
            for (var at = _latest.GetValueOrDefault((pair, guard), -1); at >= 0; at = _standing[at].Before)
            {
                var place = _standing[at].Place;
                if (place < nearest && _tried.Add(place) && IsNear(_originals[place], key))
                {
                    nearest = place;
                }
            }
        }

        return nearest == int.MaxValue ? null : nearest;
    }

    // The smaller of two sets must be at least the threshold's part of the larger: cheaper to see than the overlap.
    private bool IsNear(NearDuplicateKey original, NearDuplicateKey key) =>
        Math.Min(original.Pairs.Length, key.Pairs.Length) >= (threshold * Math.Max(original.Pairs.Length, key.Pairs.Length)) - 1e-9
        && original.Overlap(key) >= threshold;

    private void Add(int place, NearDuplicateKey key, int guard, ReadOnlySpan<ulong> prefix)
    {
        _originals.Add(place, key);
        foreach (var pair in prefix)
        {
            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, (pair, guard), out var known);
            _standing.Add((place, known ? latest : -1));
            latest = _standing.Count - 1;
        }
    }

    // Two sets in one order with Jaccard t or more share an element among the first n - ceil(t n) + 1 of each. With the
    // rarest first, few texts meet there.
    private ReadOnlySpan<ulong> Prefix(NearDuplicateKey key)
    {
        if (key.Pairs.Length == 0)
        {
            return [];
        }

        var rarest = new (int Texts, ulong Pair)[key.Pairs.Length];
        for (var at = 0; at < rarest.Length; at++)
        {
            rarest[at] = (commonness[key.Pairs[at]], key.Pairs[at]);
        }

        Array.Sort(rarest);
        var prefix = new ulong[rarest.Length - (int)Math.Ceiling((threshold * rarest.Length) - 1e-9) + 1];
        for (var at = 0; at < prefix.Length; at++)
        {
            prefix[at] = rarest[at].Pair;
        }

        return prefix;
    }
}
