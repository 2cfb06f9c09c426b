using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>The originals so far, found again by their words or by a pair of words that is rare among the texts.</summary>
/// <param name="threshold">The overlap from which two texts say the same.</param>
internal sealed class NearDuplicateIndex(double threshold)
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _guards = new(StringComparer.Ordinal);

    // Where a pair stands under a guard: the latest original, and from each the one before it.
    private readonly Dictionary<(ulong Pair, int Guard), int> _latest = [];
    private readonly List<(int Place, int Before)> _standing = [];
    private readonly Dictionary<int, NearDuplicateKey> _originals = [];
    private readonly HashSet<int> _tried = [];

    /// <summary>The place of the earliest original that the key repeats; else the key becomes an original at its place.</summary>
    /// <param name="place">The key's place.</param>
    /// <param name="key">The key.</param>
    /// <param name="rarest">Its pairs by which it is found.</param>
    public int FindOrAdd(int place, NearDuplicateKey key, ulong[] rarest)
    {
        if (_exact.TryGetValue(key.Exact, out var same))
        {
            return same;
        }

        var guard = GuardOf(key);
        var original = FindNear(key, guard, rarest);
        _exact.Add(key.Exact, original ?? place);
        if (original is null)
        {
            Add(place, key, guard, rarest);
        }

        return original ?? place;
    }

    private int GuardOf(NearDuplicateKey key)
    {
        ref var guard = ref CollectionsMarshal.GetValueRefOrAddDefault(_guards, key.Guard, out var known);
        return known ? guard : guard = _guards.Count;
    }

    private int? FindNear(NearDuplicateKey key, int guard, ulong[] rarest)
    {
        _tried.Clear();
        var nearest = int.MaxValue;
        foreach (var pair in rarest)
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

    private void Add(int place, NearDuplicateKey key, int guard, ulong[] rarest)
    {
        _originals.Add(place, key);
        foreach (var pair in rarest)
        {
            ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, (pair, guard), out var known);
            _standing.Add((place, known ? latest : -1));
            latest = _standing.Count - 1;
        }
    }
}
