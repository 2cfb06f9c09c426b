using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Engagement;

/// <summary>
/// How many of the community came by each account: all who take part set out, each with the worth of their own quality, and
/// walk along those to whose words they turned; who reaches an account first is counted for it. Those who came by somebody
/// who came by it count <see cref="EngagementOptions.Onwards"/> as much.
/// </summary>
/// <remarks>
/// What comes back along an account's own ties, and what it sets out with itself, is taken out again: nothing that an
/// account does moves its own figure, only what others do. A ring of accounts that turn to each other brings as much as
/// its members are worth as people who take part, and no more however often they turn.
/// </remarks>
internal sealed class BroughtBy
{
    private readonly Dictionary<string, int> _numbers;
    private readonly double[] _brought;
    private readonly int[] _people;

    public BroughtBy(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        _numbers = histories.Index().ToDictionary(one => one.Item.Account, one => one.Index, StringComparer.Ordinal);
        var graph = Draw(histories, options);
        double[] worth = [.. histories.Select(history => QualityPart.Raw(history, options))];
        _brought = Count(graph, worth, options.Onwards);
        _people = new int[histories.Count];
        for (var account = 0; account < histories.Count; account++)
        {
            foreach (var other in graph.To(account).ToArray().Distinct())
            {
                _people[other]++;
            }
        }
    }

    /// <summary>How many came, and how many accounts turned to it at all.</summary>
    public (double Brought, int People) Of(string account) => (_brought[_numbers[account]], _people[_numbers[account]]);

    private AccountGraph Draw(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        var graph = new AccountGraphBuilder(histories.Count);
        foreach (var (from, history) in histories.Index())
        {
            foreach (var act in history.Acts)
            {
                var weight = Math.Pow(0.5, history.WeeksAgo(act) / options.HalfLifeWeeks) * options.Acts.Of(act.Act, act.Answered);
                if (act.Towards is { } other && _numbers.TryGetValue(other, out var to))
                {
                    graph.Add(from, to, weight);
                }
                else
                {
                    graph.AddElsewhere(from, weight);
                }
            }
        }

        return graph.Build();
    }

    private static double[] Count(AccountGraph graph, double[] worth, double onwards)
    {
        var brought = graph.Visits(worth, onwards, residual: 1e-9);
        var back = new WaysBack(graph, onwards);
        for (var account = 0; account < brought.Length; account++)
        {
            var first = graph.TurnsToAnother(account) ? brought[account] * (1 - back.To(account)) : brought[account];
            brought[account] = Math.Max(0, first - worth[account]) / onwards;
        }

        return brought;
    }
}
