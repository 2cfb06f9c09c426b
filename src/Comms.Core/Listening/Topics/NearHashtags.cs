namespace Comms.Core.Listening.Topics;

/// <summary>The hashtags that people use together with the team's topics more often than not.</summary>
internal static class NearHashtags
{
    private const int FewestVoices = 3;

    public static HashSet<string> Of(IEnumerable<HeardNode> nodes)
    {
        var all = new Dictionary<string, HashSet<int>>(StringComparer.OrdinalIgnoreCase);
        var together = new Dictionary<string, HashSet<int>>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in nodes)
        {
            foreach (var tag in node.Hashtags)
            {
                Add(all, tag, node.Voice);
                if (node.Topics.Length > 0)
                {
                    Add(together, tag, node.Voice);
                }
            }
        }

        return together.Where(tag => tag.Value.Count >= FewestVoices && 2 * tag.Value.Count >= all[tag.Key].Count)
            .Select(tag => tag.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, HashSet<int>> tags, string tag, int voice)
    {
        if (!tags.TryGetValue(tag, out var voices))
        {
            tags.Add(tag, voices = []);
        }

        voices.Add(voice);
    }
}
