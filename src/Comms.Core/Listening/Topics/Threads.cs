namespace Comms.Core.Listening.Topics;

/// <summary>
/// Puts messages together into threads, whatever order they come in, and whether or not what began a thread was heard: those
/// that answer the same unheard message are in one thread too. Pure.
/// </summary>
internal static class Threads
{
    /// <returns>Each thread in the order it was written, the threads in the order they begin.</returns>
    public static IReadOnlyList<IReadOnlyList<HeardNode>> Of(IReadOnlyList<HeardNode> nodes)
    {
        var places = new Dictionary<(string Source, string Item), int>();
        var parents = new List<int>();
        foreach (var node in nodes)
        {
            var own = Place(node.Source, node.Item);
            if (node.Answers is { } answered)
            {
                parents[Root(parents, own)] = Root(parents, Place(node.Source, answered));
            }
        }

        return
        [
            .. nodes.GroupBy(node => Root(parents, places[(node.Source, node.Item)]))
                .Select(thread => (IReadOnlyList<HeardNode>)[.. thread.OrderBy(node => node.At).ThenBy(node => node.Id, StringComparer.Ordinal)])
                .OrderBy(thread => thread[0].At).ThenBy(thread => thread[0].Id, StringComparer.Ordinal),
        ];

        int Place(string source, string item)
        {
            if (!places.TryGetValue((source, item), out var place))
            {
                places.Add((source, item), place = parents.Count);
                parents.Add(place);
            }

            return place;
        }
    }

    /// <summary>Where a tree of answers begins. Each look halves the way for the next.</summary>
    private static int Root(List<int> parents, int at)
    {
        while (parents[at] != at)
        {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }

        return at;
    }
}
