using Comms.Core.Text;

namespace Comms.Core.Triage.Reading;

/// <summary>
/// Finds the known word that a word in no table is meant to be: one letter too many, one too few, one wrong or two
/// changed round, the first letter right, five letters or more. Each known word is filed under what is left of it without
/// one letter (the symmetric deletion of Garbe 2012), so that a look costs one step a letter. Immutable.
/// </summary>
internal sealed class Respelling
{
    public const int Shortest = 5;

    /// <summary>A letter written once that stands twice, or the other way about, is the likeliest slip: "leter".</summary>
    private const int Unlikely = 1 << 24;

    private readonly List<byte[]> _words = [];
    private readonly List<int> _entries = [];
    private readonly Dictionary<ulong, int> _first = [];
    private readonly List<(int Word, int Next)> _filed = [];

    private readonly Dictionary<ulong, int> _spellings;
    private readonly ulong[] _mayBeFiled = new ulong[1 << 14];

    /// <param name="words">Folded words and their entries, the commonest first.</param>
    /// <param name="spellings">Entries of other spellings, which come before any guess.</param>
    public Respelling(IEnumerable<(byte[] Folded, int Entry)> words, Dictionary<ulong, int> spellings)
    {
        _spellings = spellings;
        Span<byte> less = stackalloc byte[TokenBytes.Longest];
        foreach (var (folded, entry) in words.Where(word => IsWord(word.Folded)))
        {
            _words.Add(folded);
            _entries.Add(entry);
            File(TokenBytes.HashOf(folded));
            for (var without = 1; without < folded.Length; without++)
            {
                File(HashWithout(folded, without, less));
            }
        }
    }

    /// <summary>The entry of a listed spelling's standard word; -1 when it is not listed.</summary>
    public int Listed(ulong hash) => _spellings.GetValueOrDefault(hash, -1);

    /// <summary>The entry of the word that is meant; -1 when there is none.</summary>
    public int Find(ulong hash, ReadOnlySpan<byte> word)
    {
        if (!IsWord(word))
        {
            return -1;
        }

        Span<byte> less = stackalloc byte[TokenBytes.Longest];
        var best = Look(hash, word, int.MaxValue);
        for (var without = 1; without < word.Length; without++)
        {
            best = Look(HashWithout(word, without, less), word, best);
        }

        return best == int.MaxValue ? -1 : _entries[best % Unlikely];
    }

    private static bool IsWord(ReadOnlySpan<byte> word) =>
        word.Length is >= Shortest and < TokenBytes.Longest && !word.ContainsAnyExceptInRange((byte)'a', (byte)'z');

    private static int Slot(ulong hash) => (int)(hash >> 50);

    private void File(ulong hash)
    {
        _filed.Add((_words.Count - 1, _first.GetValueOrDefault(hash, -1)));
        _first[hash] = _filed.Count - 1;
        _mayBeFiled[Slot(hash)] |= 1UL << (int)(hash & 63);
    }

    private int Look(ulong hash, ReadOnlySpan<byte> word, int best)
    {
        if ((_mayBeFiled[Slot(hash)] >> (int)(hash & 63) & 1) == 0)
        {
            return best;
        }

        for (var at = _first.GetValueOrDefault(hash, -1); at >= 0; at = _filed[at].Next)
        {
            var candidate = _filed[at].Word;
            if (IsOneSlip(word, _words[candidate]))
            {
                best = Math.Min(best, candidate + (IsDoubling(word, _words[candidate]) ? 0 : Unlikely));
            }
        }

        return best;
    }

    private static ulong HashWithout(ReadOnlySpan<byte> word, int without, Span<byte> less)
    {
        word[..without].CopyTo(less);
        word[(without + 1)..].CopyTo(less[without..]);
        return TokenBytes.HashOf(less[..(word.Length - 1)]);
    }

    private static bool IsOneSlip(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var same = one.CommonPrefixLength(other);
        if (same == 0 || Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var restOne = one[same..];
        var restOther = other[same..];
        return one.Length > other.Length ? restOne[1..].SequenceEqual(restOther)
            : one.Length < other.Length ? restOther[1..].SequenceEqual(restOne)
            : restOne.Length > 0 && (restOne[1..].SequenceEqual(restOther[1..]) || IsTurned(restOne, restOther));
    }

    private static bool IsDoubling(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var longer = one.Length > other.Length ? one : other;
        var same = one.CommonPrefixLength(other);
        return one.Length != other.Length && longer[same] == longer[same - 1];
    }

    private static bool IsTurned(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length > 1 && one[0] == other[1] && one[1] == other[0] && one[2..].SequenceEqual(other[2..]);
}
