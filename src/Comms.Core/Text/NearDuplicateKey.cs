using System.Collections.Frozen;

namespace Comms.Core.Text;

/// <summary>What of a text is compared: its words, the pairs of neighbours, and what must not differ at all.</summary>
internal sealed class NearDuplicateKey
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

    private const ulong Basis = 14695981039346656037UL;

    private NearDuplicateKey(string exact, string guard, ulong[] pairs)
    {
        Exact = exact;
        Guard = guard;
        Pairs = pairs;
    }

    /// <summary>The words and all else that decides, as one string: equal only for texts that say the same.</summary>
    public string Exact { get; }

    /// <summary>Negations, numbers and quotations in order: two texts that differ here are never folded.</summary>
    public string Guard { get; }

    /// <summary>The hashes of neighbouring words, each once, in ascending order.</summary>
    public ulong[] Pairs { get; }

    public static NearDuplicateKey Of(string text)
    {
        var tokens = NearDuplicateTokens.Read(text);
        var guard = string.Join(' ', tokens.Where(Decides)) + "\n" + string.Join('\n', NearDuplicateTokens.Quotations(text));
        var words = tokens.Count == 0 ? text : string.Join(' ', tokens);
        return new NearDuplicateKey(words + "\n" + guard, guard, PairsOf(tokens));
    }

    /// <summary>The shared pairs as a part of all pairs of both, from 0 to 1.</summary>
    public double Overlap(NearDuplicateKey other)
    {
        var shared = 0;
        for (int mine = 0, theirs = 0; mine < Pairs.Length && theirs < other.Pairs.Length;)
        {
            var order = Pairs[mine].CompareTo(other.Pairs[theirs]);
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }

        var all = Pairs.Length + other.Pairs.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    private static bool Decides(string token) =>
        Decisive.Contains(token) || token.EndsWith("n't", StringComparison.Ordinal) || token.Any(char.IsDigit);

    private static ulong[] PairsOf(List<string> tokens)
    {
        var pairs = new ulong[Math.Max(0, tokens.Count - 1)];
        for (var at = 0; at < pairs.Length; at++)
        {
            pairs[at] = Add(Add(Add(Basis, tokens[at]), " "), tokens[at + 1]);
        }

        Array.Sort(pairs);
        var kept = 0;
        foreach (var pair in pairs)
        {
            if (kept == 0 || pairs[kept - 1] != pair)
            {
                pairs[kept++] = pair;
            }
        }

        return pairs[..kept];
    }

    // FNV-1a over UTF-8, 64 bits: the same in every process, unlike the runtime's own string hash.
    private static ulong Add(ulong hash, string text)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var each in bytes[..rune.EncodeToUtf8(bytes)])
            {
                hash = (hash ^ each) * 1099511628211UL;
            }
        }

        return hash;
    }
}
