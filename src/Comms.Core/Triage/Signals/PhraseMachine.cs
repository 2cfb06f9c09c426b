using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>
/// All phrases, filed by their least common words; see <see cref="PhraseIndex"/>. Immutable. A phrase never goes over
/// the end of a sentence. Which words are in a class of several is a table of bits; a class of one is its word's own.
/// </summary>
internal sealed class PhraseMachine
{
    public const int MostMatches = 256;
    private const int ShortestBeginning = 4;
    private const int LongestPhrase = 40;

    private readonly Phrase[] _phrases;
    private readonly PhraseWord[] _words;
    private readonly Dictionary<ulong, int> _byHash;
    private readonly Dictionary<ulong, int> _byBeginning;
    private readonly ulong[] _members;
    private readonly int _shared;
    private readonly int _stride;
    private readonly ulong[] _openings = new ulong[64];

    public PhraseMachine(
        Phrase[] phrases, PhraseWord[] words, int shared, Dictionary<ulong, int> byHash, Dictionary<ulong, int> byBeginning, IReadOnlyList<byte[]> spelled)
    {
        _phrases = phrases;
        _words = words;
        _byHash = byHash;
        _byBeginning = byBeginning;
        Words = spelled;
        _shared = shared;
        _stride = (shared + 63) / 64;
        _members = new ulong[words.Length * _stride];
        for (var word = 0; word < words.Length; word++)
        {
            foreach (var number in words[word].Classes.Where(number => number < shared))
            {
                _members[(word * _stride) + (number >> 6)] |= 1UL << (number & 63);
            }
        }

        foreach (var hash in byBeginning.Keys)
        {
            _openings[(hash >> 6) & 63] |= 1UL << (int)(hash & 63);
        }
    }

    /// <summary>The tokens that phrases are made of.</summary>
    public IReadOnlyList<byte[]> Words { get; }

    /// <summary>Which word of the phrases a token is; 0 for none.</summary>
    public int WordOf(ReadOnlySpan<byte> token, ulong hash) => _byHash.TryGetValue(hash, out var word) ? word : WordByBeginning(token);

    /// <summary>The longest beginning of a token that a phrase asks for; 0 for none.</summary>
    public int WordByBeginning(ReadOnlySpan<byte> token)
    {
        for (var length = token.Length; length >= ShortestBeginning; length--)
        {
            var hash = TokenBytes.HashOf(token[..length]);
            if ((_openings[(hash >> 6) & 63] >> (int)(hash & 63) & 1) != 0 && _byBeginning.TryGetValue(hash, out var word))
            {
                return word;
            }
        }

        return 0;
    }

    public bool IsFiledUnder(int word) => _words[word].Phrases.Length > 0;

    /// <summary>Tries every phrase that is filed under a token, from each place where it could begin.</summary>
    public void Find(ReadOnlySpan<TokenMark> marks, int at, SignalMatches matches)
    {
        var sentence = marks[..SentenceEnd(marks, at)];
        foreach (var number in _words[marks[at].Word].Phrases)
        {
            var phrase = _phrases[number];
            if (!NeighboursFit(phrase, sentence, at))
            {
                continue;
            }

            var earliest = Math.Max(0, at - phrase.Before);
            for (var start = at; start >= earliest && marks[start].Sentence == marks[at].Sentence; start--)
            {
                var end = Match(phrase.Elements, sentence, start);
                if (end > start)
                {
                    matches.Add(phrase.Signal, marks[start].Start, marks[end - 1].End, marks[start].Negated);
                }
            }
        }
    }

    /// <summary>Most phrases are ruled out by the token on either side of the one that they are filed under.</summary>
    private bool NeighboursFit(Phrase phrase, ReadOnlySpan<TokenMark> marks, int at) =>
        (phrase.Next < 0 || Is(marks, at + 1, phrase.Next))
        && (phrase.Previous < 0 || (at > 0 && marks[at - 1].Sentence == marks[at].Sentence && Is(marks, at - 1, phrase.Previous)));

    /// <summary>No phrase is longer than this: what is further cannot matter.</summary>
    private static int SentenceEnd(ReadOnlySpan<TokenMark> marks, int at)
    {
        var end = at + 1;
        while (end < marks.Length && end - at < LongestPhrase && marks[end].Sentence == marks[at].Sentence)
        {
            end++;
        }

        return end;
    }

    /// <summary>The mark after the phrase when it begins at a mark; -1 when it does not. Bounded: four ways for each gap.</summary>
    private int Match(ReadOnlySpan<PhraseElement> elements, ReadOnlySpan<TokenMark> marks, int at)
    {
        if (elements.Length == 0)
        {
            return at;
        }

        var element = elements[0];
        for (var skip = 0; element.Gap > 0 && skip <= element.Gap; skip++)
        {
            if (Match(elements[1..], marks, at + skip) is >= 0 and var after)
            {
                return after;
            }
        }

        if (element.Gap > 0)
        {
            return -1;
        }

        if (element.Class >= 0 && Is(marks, at, element.Class) && Match(elements[1..], marks, at + 1) is >= 0 and var afterWord)
        {
            return afterWord;
        }

        return MatchRows(element, elements, marks, at);
    }

    private int MatchRows(PhraseElement element, ReadOnlySpan<PhraseElement> elements, ReadOnlySpan<TokenMark> marks, int at)
    {
        foreach (var row in element.Rows)
        {
            var length = 0;
            while (length < row.Length && Is(marks, at + length, row[length]))
            {
                length++;
            }

            if (length == row.Length && Match(elements[1..], marks, at + length) is >= 0 and var after)
            {
                return after;
            }
        }

        return element.MayMiss ? Match(elements[1..], marks, at) : -1;
    }

    private bool Is(ReadOnlySpan<TokenMark> marks, int at, int number) =>
        at < marks.Length && (number < _shared
            ? (_members[(marks[at].Word * _stride) + (number >> 6)] >> (number & 63) & 1) != 0
            : _words[marks[at].Word].Own == number);
}
