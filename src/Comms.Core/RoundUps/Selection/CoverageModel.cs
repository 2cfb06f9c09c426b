namespace Comms.Core.RoundUps.Selection;

/// <summary>Candidates as the search reads them: those that can be in a best choice, their topics by number.</summary>
internal sealed class CoverageModel
{
    public CoverageModel(IReadOnlyList<CoverageItem> items)
    {
        Items = items;
        Topics = items.SelectMany(item => item.Topics).DefaultIfEmpty(-1).Max() + 1;
    }

    public IReadOnlyList<CoverageItem> Items { get; }

    public int Topics { get; }

    /// <summary>The items that a choice may hold, as a model of their own; topics keep their numbers.</summary>
    public CoverageModel Without(Func<int, bool> hopeless) => new([.. Items.Where((_, at) => !hopeless(at))]);

    public static CoverageModel Of(IReadOnlyList<Candidate> candidates, int words)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new Dictionary<string, int>(StringComparer.Ordinal);
        var topics = candidates
            .Select(candidate => candidate.Topics.Distinct(StringComparer.Ordinal).Select(topic => NumberOf(numbers, topic)).Order().ToArray()).ToArray();
        var contenders = Contenders.Of(candidates, words, at => NumberOf(sets, string.Join(' ', topics[at])));
        var own = numbers.Count;
        return new CoverageModel(
            [.. contenders.Select(at => new CoverageItem(at, candidates[at].Worth, candidates[at].Words, topics[at] is { Length: > 0 } some ? some : [own++]))]);
    }

    private static int NumberOf(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            numbers[name] = number = numbers.Count;
        }

        return number;
    }
}

/// <summary>One candidate.</summary>
/// <param name="At">Its place among all candidates.</param>
/// <param name="Worth">Above 0.</param>
/// <param name="Words">Within the budget.</param>
/// <param name="Topics">At least one.</param>
internal sealed record CoverageItem(int At, double Worth, int Words, int[] Topics);
