namespace Comms.Core.Engagement;

/// <summary>
/// How far an account speaks of what the team speaks of: the cosine of how often it named each topic with the team's
/// topics, each of which weighs the same; at its best within the window, and shrunk by how seldom it named any.
/// </summary>
internal static class TopicalityPart
{
    public static ScorePart Of(AccountHistory history, EngagementOptions options)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (best, named) = (0.0, 0);
        foreach (var topic in history.Acts.SelectMany(act => act.Topics))
        {
            counts[topic] = counts.GetValueOrDefault(topic) + 1;
            named++;
            best = Math.Max(best, named * Cosine(counts, options.Topics) / (named + options.PriorStrength));
        }

        var known = named + options.PriorStrength;
        return new ScorePart("topicality", best, options.Topicality, named, Interval.Low(best, known), Interval.High(best, known));
    }

    private static double Cosine(Dictionary<string, int> counts, IReadOnlyCollection<string> topics)
    {
        var common = topics.Sum(topic => (double)counts.GetValueOrDefault(topic));
        var lengths = Math.Sqrt(counts.Values.Sum(count => (double)count * count) * topics.Count);
        return lengths == 0 ? 0 : common / lengths;
    }
}
