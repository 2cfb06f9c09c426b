using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>Numbers the words and classes of all phrases, and files each phrase under its key; see <see cref="PhraseKeys"/>.</summary>
internal sealed class PhraseIndex(IReadOnlyList<Phrase> phrases, WordClasses classes, WordShares common)
{
    private readonly Dictionary<int, List<Filing>> _byWord = [];
    private readonly Dictionary<(int, int), List<Filing>> _byPair = [];

    public PhraseMachine Build()
    {
        var words = Words();
        var wordsOf = WordsOf(words);
        var keys = new PhraseKeys(classes, wordsOf, common);
        var filings = phrases.Select((phrase, number) => File(phrase.Elements, number, keys)).ToArray();

        // Filing makes classes of its own, for what stands beside an element; their words are all known by now.
        words = Words();
        var renumbered = classes.Renumber(out var shared);
        foreach (var (key, filing) in filings)
        {
            Keep(key, phrases[filing.Phrase].Elements, Renumber(filing, renumbered), wordsOf);
        }

        var entries = words.Select(word => Entry(word, renumbered, shared)).Prepend(new PhraseWord([]));
        var known = Enumerable.Range(0, words.Count).ToLookup(number => words[number].Begins, number => number);
        return new PhraseMachine(
            [.. phrases.Select((phrase, number) => Renumber(phrase, filings[number].Key.At, renumbered))],
            new ClassMembers([.. entries], shared),
            new PhraseFile(_byWord, _byPair, words.Count + 1),
            new PhraseWords(
                known[false].ToDictionary(number => TokenBytes.HashOf(words[number].Token), number => number + 1),
                known[true].ToDictionary(number => TokenBytes.HashOf(words[number].Token), number => number + 1),
                [.. known[false].Select(number => words[number].Token)],
                known[true].Select(number => words[number].Token)));
    }

    /// <summary>Every word and beginning with the classes it is in; a word is also in those of its beginnings.</summary>
    private List<(byte[] Token, bool Begins, SortedSet<int> Classes)> Words()
    {
        var words = classes.ByWord();
        return [.. words.Select(word => (
            word.Value.Token, word.Key.Begins, new SortedSet<int>(word.Value.Classes.Concat(Beginnings(word.Value.Token, words)))))];
    }

    private static IEnumerable<int> Beginnings(
        byte[] token, Dictionary<(ulong Hash, bool Begins), (byte[] Token, SortedSet<int> Classes)> words) =>
        Enumerable.Range(PhraseWords.ShortestBeginning, Math.Max(0, token.Length - PhraseWords.ShortestBeginning + 1))
            .SelectMany(length => words.TryGetValue((TokenBytes.HashOf(token.AsSpan(0, length)), true), out var word) ? word.Classes : []);

    private IReadOnlyList<int>[] WordsOf(List<(byte[] Token, bool Begins, SortedSet<int> Classes)> words)
    {
        var wordsOf = new List<int>[classes.Count];
        for (var number = 0; number < words.Count; number++)
        {
            foreach (var own in words[number].Classes)
            {
                (wordsOf[own] ??= []).Add(number + 1);
            }
        }

        return wordsOf;
    }

    private (PhraseKey Key, Filing Filing) File(PhraseElement[] elements, int number, PhraseKeys keys)
    {
        var key = keys.Choose(elements);
        var next = key.Pairs is null ? Neighbour(PhraseNeighbours.After(elements, key.At)) : PhraseNeighbour.Any;
        return (key, new Filing(number, next, Neighbour(PhraseNeighbours.Before(elements, key.At))));
    }

    private void Keep(PhraseKey key, PhraseElement[] elements, Filing filing, IReadOnlyList<int>[] wordsOf)
    {
        foreach (var pair in key.Pairs ?? [])
        {
            Add(_byPair, pair, filing);
        }

        foreach (var word in key.Pairs is null ? PhraseKeys.First(elements[key.At]).SelectMany(first => wordsOf[first]).Distinct() : [])
        {
            Add(_byWord, word, filing);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<Filing>> filed, TKey key, Filing filing)
        where TKey : notnull =>
        (filed.TryGetValue(key, out var filings) ? filings : filed[key] = []).Add(filing);

    private PhraseNeighbour Neighbour((IReadOnlyCollection<int> Classes, int Within)? beside) => beside is not var (found, within)
        ? PhraseNeighbour.Any
        : new PhraseNeighbour(found.Count == 1 ? found.First() : classes.Of([.. found.SelectMany(number => classes[number])]), within);

    private static PhraseWord Entry((byte[] Token, bool Begins, SortedSet<int> Classes) word, int[] renumbered, int shared)
    {
        var numbers = word.Classes.Select(number => renumbered[number]).Order().ToArray();
        return new PhraseWord(numbers) { Own = numbers.Where(number => number >= shared).Append(PhraseElement.NoClass).First() };
    }

    private static Filing Renumber(Filing filing, int[] renumbered) =>
        filing with { Next = Renumber(filing.Next, renumbered), Previous = Renumber(filing.Previous, renumbered) };

    private static Phrase Renumber(Phrase phrase, int at, int[] renumbered) => phrase with
    {
        Before = phrase.Elements[..at].Sum(element => element.Longest),
        Elements = [.. phrase.Elements.Select(element => element with
        {
            Class = element.Class < 0 ? element.Class : renumbered[element.Class],
            Rows = [.. element.Rows.Select(row => row.Select(number => renumbered[number]).ToArray())],
        })],
    };

    private static PhraseNeighbour Renumber(PhraseNeighbour neighbour, int[] renumbered) =>
        neighbour.Class < 0 ? neighbour : neighbour with { Class = renumbered[neighbour.Class] };
}

/// <summary>A word of the phrases: its classes in ascending order.</summary>
internal sealed record PhraseWord(int[] Classes)
{
    /// <summary>The class that is this word alone; -1 when there is none.</summary>
    public int Own { get; init; } = PhraseElement.NoClass;
}
