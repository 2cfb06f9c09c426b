using System.Runtime.InteropServices;

namespace Comms.Core.Text;

/// <summary>The originals so far, found again by their words or by a pair of words that is rare among the texts.</summary>
/// <param name="threshold">The overlap from which two texts say the same.</param>
/// <param name="commonness">In how many texts each pair stands.</param>
internal sealed class NearDuplicateIndex(double threshold, IReadOnlyDictionary<ulong, int> commonness)
{
    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<(ulong Pair, string Guard), List<int>> _byPair = [];
    private readonly Dictionary<int, NearDuplicateKey> _originals = [];

    /// <summary>The place of the earliest original that the key repeats; else the key becomes an original at its place.</summary>
    public int FindOrAdd(int place, NearDuplicateKey key)
    {
        if (_exact.TryGetValue(key.Exact, out var same))
        {
            return same;
        }

        var prefix = Prefix(key);
        var original = FindNear(key, prefix);
        _exact.Add(key.Exact, original ?? place);
        if (original is null)
        {
            Add(place, key, prefix);
        }

        return original ?? place;
    }

    private int? FindNear(NearDuplicateKey key, ulong[] prefix)
    {
        var tried = new HashSet<int>();
        var nearest = int.MaxValue;
        foreach (var pair in prefix)
        {
            if (!_byPair.TryGetValue((pair, key.Guard), out var places))
            {
                continue;
            }

            foreach (var place in places)
            {
                if (place < nearest && tried.Add(place) && IsNear(_originals[place], key))
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

    private void Add(int place, NearDuplicateKey key, ulong[] prefix)
    {
        _originals.Add(place, key);
        foreach (var pair in prefix)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byPair, (pair, key.Guard), out _) ??= []).Add(place);
        }
    }

    // Two sets in one order with Jaccard t or more share an element among the first n - ceil(t n) + 1 of each. With the
    // rarest first, few texts meet there.
    private ulong[] Prefix(NearDuplicateKey key)
    {
        var pairs = key.Pairs.Length;
        var shared = (int)Math.Ceiling((threshold * pairs) - 1e-9);
        return pairs == 0 ? [] : [.. key.Pairs.OrderBy(pair => commonness[pair]).ThenBy(pair => pair).Take(pairs - shared + 1)];
    }
}
