namespace Comms.Core.Triage.Training;

/// <summary>Divides examples into folds so that texts of the same letters and digits are never on two sides.</summary>
internal static class GroupSplit
{
    /// <summary>What is the same for texts that are taken for one.</summary>
    public static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    public static int[] Folds(IReadOnlyList<TrainingExample> examples, int folds, int seed)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < examples.Count; i++)
        {
            var key = Key(examples[i].Text);
            (groups.TryGetValue(key, out var members) ? members : groups[key] = []).Add(i);
        }

        var order = Enumerable.Range(0, groups.Count).ToArray();
        new Shuffle(seed).Apply(order);
        var all = groups.Values.ToArray();
        var fold = new int[examples.Count];
        for (var place = 0; place < order.Length; place++)
        {
            all[order[place]].ForEach(member => fold[member] = place % folds);
        }

        return fold;
    }
}
