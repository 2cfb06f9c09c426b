namespace Comms.Core.Triage.Training;

/// <summary>Divides examples into folds so that texts of the same letters and digits are never on two sides.</summary>
internal static class GroupSplit
{
    /// <summary>A text that more than one in so many examples repeats is sure to come again.</summary>
    private const int CommonFrom = 100;

    /// <summary>What is the same for texts that are taken for one.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>Every text on one side only.</summary>
    public static int[] Folds(IReadOnlyList<TrainingExample> examples, int folds, int seed) =>
        Deal(Groups(examples), examples.Count, folds, seed);

    /// <summary>
    /// As above, but the commonest texts ("Did not answer") are dealt out: held out whole they would teach that they are
    /// never recognised, when in truth they are always.
    /// </summary>
    public static int[] FoldsWithCommonTexts(IReadOnlyList<TrainingExample> examples, int folds, int seed)
    {
        var groups = Groups(examples)
            .SelectMany(group => group.Count * CommonFrom > examples.Count ? group.Select(member => new List<int> { member }) : [group]);
        return Deal([.. groups], examples.Count, folds, seed);
    }

    private static int[] Deal(List<int>[] groups, int count, int folds, int seed)
    {
        var order = Enumerable.Range(0, groups.Length).ToArray();
        new Shuffle(seed).Apply(order);
        var fold = new int[count];
        for (var place = 0; place < order.Length; place++)
        {
            groups[order[place]].ForEach(member => fold[member] = place % folds);
        }

        return fold;
    }

    private static List<int>[] Groups(IReadOnlyList<TrainingExample> examples)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < examples.Count; i++)
        {
            var key = Key(examples[i].Text);
            (groups.TryGetValue(key, out var members) ? members : groups[key] = []).Add(i);
        }

        return [.. groups.Values];
    }
}
