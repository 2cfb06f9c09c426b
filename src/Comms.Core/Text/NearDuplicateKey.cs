using System.Collections.Frozen;
using System.Numerics;

namespace Comms.Core.Text;

/// <summary>What of a text is compared: its words, the pairs of neighbours, and what must not differ at all.</summary>
internal readonly struct NearDuplicateKey
{
    // What turns a sentence round, and the numbers that are written out. A word too many here costs one more card.
    private static readonly FrozenSet<string> Decisive = new[]
    {
        "not", "no", "never", "none", "nothing", "nobody", "nowhere", "neither", "nor", "cannot", "cant", "dont", "didnt", "doesnt", "isnt",
        "wasnt", "arent", "werent", "wont", "wouldnt", "couldnt", "shouldnt", "hasnt", "havent", "hadnt", "without", "hardly", "barely",
        "ddim", "dim", "nid", "nad", "na", "nac", "ni", "heb", "erioed", "byth",
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
        "forty", "fifty", "hundred", "thousand", "million", "half", "twice", "once", "first", "second", "third",
        "un", "dau", "dwy", "tri", "tair", "pedwar", "pedair", "pump", "chwech", "saith", "wyth", "naw", "deg",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DecisiveWords = Decisive.GetAlternateLookup<ReadOnlySpan<char>>();

    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    private NearDuplicateKey(string exact, string guard, ArraySegment<ulong> pairs)
    {
        Exact = exact;
        Guard = guard;
        GuardHash = Hash(guard);
        Pairs = pairs;
    }

    /// <summary>The words and all else that decides, as one string: equal only for texts that say the same.</summary>
    public string Exact { get; }

    /// <summary>Negations, numbers and quotations in order: two texts that differ here are never folded.</summary>
    public string Guard { get; }

    /// <summary>A hash of <see cref="Guard"/>.</summary>
    public ulong GuardHash { get; }

    /// <summary>The hashes of neighbouring words, each once, in ascending order.</summary>
    public ArraySegment<ulong> Pairs { get; }

    public static NearDuplicateKey Of(string text) => Of(text, new WordList(), new PairStore());

    /// <param name="text">The text.</param>
    /// <param name="words">Takes its words, in place of those that it has.</param>
    /// <param name="store">Has room for its pairs.</param>
    public static NearDuplicateKey Of(string text, WordList words, PairStore store)
    {
        words.Clear();
        NearDuplicateTokens.Read(text, words);
        var quotations = string.Join('\n', NearDuplicateTokens.Quotations(text));
        var guard = (DecidingOf(words) is var deciding && deciding.Length + quotations.Length == 0) ? "\n" : deciding + "\n" + quotations;
        return new NearDuplicateKey(string.Concat(words.Count == 0 ? text : words.All, "\n", guard), guard, PairsOf(words, store));
    }

    /// <summary>The shared pairs as a part of all pairs of both, from 0 to 1.</summary>
    public double Overlap(NearDuplicateKey other)
    {
        ReadOnlySpan<ulong> mine = Pairs;
        ReadOnlySpan<ulong> theirs = other.Pairs;
        var shared = 0;
        for (int one = 0, two = 0; one < mine.Length && two < theirs.Length;)
        {
            var order = mine[one].CompareTo(theirs[two]);
            shared += order == 0 ? 1 : 0;
            one += order <= 0 ? 1 : 0;
            two += order >= 0 ? 1 : 0;
        }

        var all = mine.Length + theirs.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static string DecidingOf(WordList words)
    {
        var deciding = "";
        for (var at = 0; at < words.Count; at++)
        {
            if (Decides(words[at]))
            {
                deciding = deciding.Length == 0 ? words[at].ToString() : string.Concat(deciding, " ", words[at]);
            }
        }

        return deciding;
    }

    private static bool Decides(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsDigit(letter))
            {
                return true;
            }
        }

        return DecisiveWords.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);
    }

    private static ArraySegment<ulong> PairsOf(WordList words, PairStore store)
    {
        var pairs = store.Take(Math.Max(0, words.Count - 1));
        var first = words.Count == 0 ? 0 : Hash(words[0]);
        for (var at = 0; at < pairs.Count; at++)
        {
            var second = Hash(words[at + 1]);
            pairs[at] = (BitOperations.RotateLeft(first * Prime, 29) ^ second) * Prime;
            first = second;
        }

        var kept = EachOnce(pairs);
        store.GiveBack(pairs.Count - kept);
        return pairs[..kept];
    }

    /// <summary>Puts each once, in order, at the beginning.</summary>
    private static int EachOnce(Span<ulong> pairs)
    {
        pairs.Sort();
        var kept = 0;
        foreach (var pair in pairs)
        {
            if (kept == 0 || pairs[kept - 1] != pair)
            {
                pairs[kept++] = pair;
            }
        }

        return kept;
    }

    // FNV-1a over UTF-16 units, 64 bits: the same in every process, unlike the runtime's own string hash.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
