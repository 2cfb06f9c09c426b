using System.Numerics;
using System.Runtime.CompilerServices;

namespace Comms.Core.Triage.Signals;

/// <summary>A phrase under its key, with what must stand beside it.</summary>
internal readonly record struct Filing(int Phrase, PhraseNeighbour Next, PhraseNeighbour Previous);

/// <summary>
/// Under which words, and which two words in a row, phrases are filed. A small filter answers for pairs that file none,
/// which nearly all do. Immutable.
/// </summary>
internal sealed class PhraseFile
{
    private const int BitsPerPair = 8;

    private readonly Filing[] _filings;
    private readonly int[] _firstOfWord;
    private readonly ulong[] _filter;
    private readonly int _filterShift;
    private readonly PairSlot[] _pairs;
    private readonly int _pairShift;

    public PhraseFile(Dictionary<int, List<Filing>> byWord, Dictionary<(int First, int Second), List<Filing>> byPair, int words)
    {
        var filings = new List<Filing>();
        _firstOfWord = new int[words + 1];
        for (var word = 0; word < words; word++)
        {
            filings.AddRange(byWord.GetValueOrDefault(word, []));
            _firstOfWord[word + 1] = filings.Count;
        }

        (_filter, _filterShift) = Table<ulong>(byPair.Count * BitsPerPair / 64, 58);
        (_pairs, _pairShift) = Table<PairSlot>(byPair.Count * 2, 64);
        foreach (var (pair, filed) in byPair)
        {
            Place(new PairSlot(Key(pair.First, pair.Second), filings.Count, filed.Count));
            filings.AddRange(filed);
        }

        _filings = [.. filings];
    }

    public bool HoldsWord(int word) => _firstOfWord[word] < _firstOfWord[word + 1];

    public ReadOnlySpan<Filing> OfWord(int word) => _filings.AsSpan(_firstOfWord[word].._firstOfWord[word + 1]);

    /// <summary>False when no phrase is filed under two words in a row; true when one may be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHoldPair(int first, int second)
    {
        var bit = Mix(Key(first, second)) >> _filterShift;
        return (first != 0) & (second != 0) & ((_filter[bit >> 6] >> (int)(bit & 63) & 1) != 0);
    }

    public ReadOnlySpan<Filing> OfPair(int first, int second)
    {
        var key = Key(first, second);
        for (var at = (int)(Mix(key) >> _pairShift); _pairs[at].Count > 0; at = (at + 1) & (_pairs.Length - 1))
        {
            if (_pairs[at].Key == key)
            {
                return _filings.AsSpan(_pairs[at].First, _pairs[at].Count);
            }
        }

        return [];
    }

    private void Place(PairSlot slot)
    {
        var hash = Mix(slot.Key);
        _filter[hash >> _filterShift >> 6] |= 1UL << (int)((hash >> _filterShift) & 63);
        var at = (int)(hash >> _pairShift);
        while (_pairs[at].Count > 0)
        {
            at = (at + 1) & (_pairs.Length - 1);
        }

        _pairs[at] = slot;
    }

    /// <summary>A table of a power of two, and how far a hash is shifted to lie in it.</summary>
    private static (T[] Table, int Shift) Table<T>(int least, int bits)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, least));
        return (new T[size], bits - BitOperations.Log2(size));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key) => unchecked((key ^ (key >> 29)) * 0x9E3779B97F4A7C15);

    private readonly record struct PairSlot(ulong Key, int First, int Count);
}
