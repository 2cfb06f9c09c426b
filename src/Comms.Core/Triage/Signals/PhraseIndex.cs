using Comms.Core.Text;

namespace Comms.Core.Triage.Signals;

/// <summary>
/// Files each phrase under one of its elements: the one whose words are the least common, in speech and among the
/// phrases. A text that has none of those words costs nothing, however many phrases there are.
/// </summary>
internal sealed class PhraseIndex(IReadOnlyList<Phrase> phrases, WordClasses classes, IReadOnlySet<ulong> common)
{
    private const int CostOfCommon = 1000;
    private const int ShortestBeginning = 4;

    private readonly Dictionary<int, List<int>> _phrasesByClass = [];

    public PhraseMachine Build()
    {
        var uses = Uses();
        var renumbered = classes.Renumber(out var shared);
        var filed = phrases.Select((phrase, number) => Renumber(File(phrase, number, uses), renumbered)).ToArray();
        var words = classes.ByWord();
        var byHash = new Dictionary<ulong, int>();
        var byBeginning = new Dictionary<ulong, int>();
        var entries = new List<PhraseWord> { new([], []) };
        foreach (var ((hash, begins), (token, own)) in words)
        {
            var all = new SortedSet<int>(own);
            all.UnionWith(Beginnings(token, words));
            (begins ? byBeginning : byHash)[hash] = entries.Count;
            var numbers = all.Select(number => renumbered[number]).Order().ToArray();
            entries.Add(new PhraseWord(numbers, [.. all.SelectMany(FiledUnder).Distinct()])
            {
                Own = numbers.Where(number => number >= shared).Append(PhraseElement.NoClass).First(),
            });
        }

        var spelled = words.Where(word => !word.Key.Begins).Select(word => word.Value.Token).ToArray();
        return new PhraseMachine(filed, [.. entries], shared, byHash, byBeginning, spelled);
    }

    private static IEnumerable<int> Beginnings(
        byte[] token, Dictionary<(ulong Hash, bool Begins), (byte[] Token, SortedSet<int> Classes)> words)
    {
        for (var length = ShortestBeginning; length <= token.Length; length++)
        {
            if (words.TryGetValue((TokenBytes.HashOf(token.AsSpan(0, length)), true), out var beginning))
            {
                foreach (var number in beginning.Classes)
                {
                    yield return number;
                }
            }
        }
    }

    private IEnumerable<int> FiledUnder(int number) => _phrasesByClass.TryGetValue(number, out var filed) ? filed : [];

    private int[] Uses()
    {
        var uses = new int[classes.Count];
        foreach (var number in phrases.SelectMany(phrase => phrase.Elements).SelectMany(First))
        {
            uses[number]++;
        }

        return uses;
    }

    private Phrase File(Phrase phrase, int number, int[] uses)
    {
        var best = -1;
        var least = long.MaxValue;
        for (var i = 0; i < phrase.Elements.Length; i++)
        {
            var element = phrase.Elements[i];
            var cost = element.MayMiss || element.Gap > 0 ? long.MaxValue : First(element).Sum(c => Cost(c, uses));
            (best, least) = cost < least ? (i, cost) : (best, least);
        }

        if (best < 0)
        {
            throw new ArgumentException("A phrase needs an element that may not be missing.");
        }

        foreach (var first in First(phrase.Elements[best]).Distinct())
        {
            (_phrasesByClass.TryGetValue(first, out var filed) ? filed : _phrasesByClass[first] = []).Add(number);
        }

        return phrase with
        {
            Before = phrase.Elements[..best].Sum(element => element.Longest),
            Next = Beside(phrase.Elements, best, 1),
            Previous = Beside(phrase.Elements, best, -1),
        };
    }

    private static int Beside(PhraseElement[] elements, int at, int step) =>
        elements[at].IsOneWord && at + step >= 0 && at + step < elements.Length && elements[at + step].IsOneWord
            ? elements[at + step].Class
            : PhraseElement.NoClass;

    private static Phrase Renumber(Phrase phrase, int[] renumbered) => phrase with
    {
        Next = phrase.Next < 0 ? phrase.Next : renumbered[phrase.Next],
        Previous = phrase.Previous < 0 ? phrase.Previous : renumbered[phrase.Previous],
        Elements = [.. phrase.Elements.Select(element => element with
        {
            Class = element.Class < 0 ? element.Class : renumbered[element.Class],
            Rows = [.. element.Rows.Select(row => row.Select(number => renumbered[number]).ToArray())],
        })],
    };

    private static IEnumerable<int> First(PhraseElement element) =>
        element.Rows.Select(row => row[0]).Concat(element.Class >= 0 ? [element.Class] : []);

    private long Cost(int number, int[] uses) =>
        uses[number] + classes[number].Sum(member => common.Contains(TokenBytes.HashOf(member.Token)) ? CostOfCommon : 1L);
}

/// <summary>A word of the phrases: its classes in ascending order, and the phrases that are filed under it.</summary>
internal sealed record PhraseWord(int[] Classes, int[] Phrases)
{
    /// <summary>The class that is this word alone; -1 when there is none.</summary>
    public int Own { get; init; } = PhraseElement.NoClass;
}
