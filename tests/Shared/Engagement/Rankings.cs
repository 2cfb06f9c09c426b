using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Engagement.Validation;

/// <summary>Who matters, by the score and by what others go by.</summary>
internal static class Rankings
{
    public const string Score = "score";
    public const string Amplification = "its amplification part";

    /// <summary>Each ranking's figure for each account that took part within the window.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Of(
        IReadOnlyList<Interaction> interactions, DateTimeOffset asOf, EngagementOptions? options = null)
    {
        var scores = EngagementScorer.Score(interactions, asOf, options);
        var acts = interactions.ToLookup(act => act.Account, StringComparer.Ordinal);
        return new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal)
        {
            [Score] = By(scores, score => score.Total),
            [Amplification] = By(scores, score => score.Parts.Single(part => part.Name == "amplification").Value),
            ["followers"] = By(scores, score => score.Followers ?? 0),
            ["count of acts"] = By(scores, score => acts[score.Account].Count()),
            ["recency"] = By(scores, score => -(asOf - acts[score.Account].Max(act => act.At)).TotalHours),
            ["plain PageRank"] = PlainPageRank(interactions, scores),
        };
    }

    private static Dictionary<string, double> By(IReadOnlyList<AccountScore> scores, Func<AccountScore, double> figure) =>
        scores.ToDictionary(score => score.Account, figure, StringComparer.Ordinal);

    /// <summary>Every act a tie, all accounts alike, and 85 of 100 steps lead on, as with pages.</summary>
    private static Dictionary<string, double> PlainPageRank(IReadOnlyList<Interaction> interactions, IReadOnlyList<AccountScore> scores)
    {
        var numbers = scores.Index().ToDictionary(one => one.Item.Account, one => one.Index, StringComparer.Ordinal);
        var graph = new AccountGraphBuilder(numbers.Count);
        foreach (var act in interactions)
        {
            if (act.Towards is { } other && numbers.TryGetValue(act.Account, out var from) && numbers.TryGetValue(other, out var to))
            {
                graph.Add(from, to, 1);
            }
        }

        var ranks = graph.Build().Visits([.. Enumerable.Repeat(1.0, numbers.Count)], 0.85);
        return numbers.ToDictionary(one => one.Key, one => ranks[one.Value], StringComparer.Ordinal);
    }
}
