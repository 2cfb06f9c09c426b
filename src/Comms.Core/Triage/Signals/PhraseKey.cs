namespace Comms.Core.Triage.Signals;

/// <summary>The element by which a phrase is looked up, alone or with what stands right after it.</summary>
/// <param name="At">The element's place.</param>
/// <param name="Pairs">The words, and those right after them, under which the phrase is filed; null when it is filed under words alone.</param>
internal sealed record PhraseKey(int At, IReadOnlyList<(int First, int Second)>? Pairs);

/// <summary>
/// Chooses what a phrase is filed under: the element, or the two neighbouring elements, that a text is least likely to
/// have. A text without them pays nothing for the phrase.
/// </summary>
internal sealed class PhraseKeys(WordClasses classes, IReadOnlyList<int>[] wordsOf, WordShares common)
{
    /// <summary>Words that go together in a phrase go together elsewhere too.</summary>
    private const double Together = 8;

    /// <summary>More pairs than this would fill the tables with one phrase.</summary>
    private const int MostPairs = 600;

    public PhraseKey Choose(PhraseElement[] elements)
    {
        PhraseKey? best = null;
        var least = double.MaxValue;
        for (var at = 0; at < elements.Length; at++)
        {
            if (elements[at].MayMiss || elements[at].Gap > 0)
            {
                continue;
            }

            var alone = Share(First(elements[at]));
            (best, least) = alone < least ? (new PhraseKey(at, null), alone) : (best, least);
            if (PhraseNeighbours.After(elements, at) is ({ } after, 1)
                && alone * Share(after) * Together is var pair && pair < least
                && Pairs(elements, at) is { Count: <= MostPairs } pairs)
            {
                (best, least) = (new PhraseKey(at, pairs), pair);
            }
        }

        return best ?? throw new ArgumentException("A phrase needs an element that may not be missing.");
    }

    /// <summary>The classes with which an element begins.</summary>
    public static IEnumerable<int> First(PhraseElement element) =>
        element.Rows.Select(row => row[0]).Concat(element.Class >= 0 ? [element.Class] : []);

    private List<(int First, int Second)> Pairs(PhraseElement[] elements, int at)
    {
        var pairs = elements[at].Rows.SelectMany(row => Product(row[0], [row[1]]));
        if (elements[at].Class >= 0)
        {
            var next = PhraseNeighbours.After([elements[at] with { Rows = [] }, .. elements[(at + 1)..]], 0);
            pairs = pairs.Concat(Product(elements[at].Class, next!.Value.Classes));
        }

        return [.. pairs.Distinct().Take(MostPairs + 1)];
    }

    private IEnumerable<(int, int)> Product(int first, IEnumerable<int> seconds) =>
        from one in wordsOf[first] from number in seconds from other in wordsOf[number] select (one, other);

    private double Share(IEnumerable<int> numbers) =>
        numbers.SelectMany(number => classes[number]).Sum(member => common.Of(member.Token));
}
