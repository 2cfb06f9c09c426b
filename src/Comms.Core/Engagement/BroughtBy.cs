using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Engagement;

/// <summary>
/// How many acts of others came by each account, at the pace of the newer weeks over the whole window. As many walkers set
/// out from an account as it turned to others, times the share of its acts that the team answered; each comes to one of
/// those to whom the account turned, and with the chance <see cref="EngagementOptions.Onwards"/> to whom that one turned.
/// </summary>
/// <remarks>
/// What comes back along an account's own ties is taken out again: nothing that an account does moves its own figure, only
/// what others do. Who is never answered brings little to those to whom they turn, however often they do: a ring, or a
/// swarm of bots, gains next to nothing by turning to its own.
/// </remarks>
internal sealed class BroughtBy
{
    // Before anything is known of an account, a tenth of one act was answered.
    private const double AnsweredBefore = 0.1;
    private const double ActsBefore = 1;

    private readonly Dictionary<string, int> _numbers;
    private readonly double[] _brought;
    private readonly int[] _people;

    public BroughtBy(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        _numbers = histories.Index().ToDictionary(one => one.Item.Account, one => one.Index, StringComparer.Ordinal);
        var (graph, turned) = Draw(histories, options);
        double[] setOut = [.. histories.Zip(turned, (history, acts) => acts * Trust(history))];
        _brought = Count(graph, setOut, options.Onwards);
        _people = new int[histories.Count];
        for (var account = 0; account < histories.Count; account++)
        {
            foreach (var other in graph.To(account).ToArray().Distinct())
            {
                _people[other]++;
            }
        }
    }

    /// <summary>How many acts came by it, and how many accounts turned to it.</summary>
    public (double Brought, int People) Of(string account) => (_brought[_numbers[account]], _people[_numbers[account]]);

    /// <summary>Who turned to whom, and how often each turned to anybody.</summary>
    private (AccountGraph Graph, double[] Turned) Draw(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        var graph = new AccountGraphBuilder(histories.Count);
        var turned = new double[histories.Count];
        var decays = options.Decays();
        var pace = options.Weeks / decays.Sum();
        foreach (var (from, history) in histories.Index())
        {
            foreach (var act in history.Acts)
            {
                if (act.Towards is { } other && other != history.Account && _numbers.TryGetValue(other, out var to))
                {
                    var weight = pace * decays[history.WeeksAgo(act)];
                    graph.Add(from, to, weight);
                    turned[from] += weight;
                }
            }
        }

        return (graph.Build(), turned);
    }

    private static double Trust(AccountHistory history) =>
        (history.Acts.Count(act => act.Answered) + AnsweredBefore) / (history.Acts.Count + ActsBefore);

    private static double[] Count(AccountGraph graph, double[] setOut, double onwards)
    {
        var brought = graph.Visits(setOut, onwards, residual: 1e-9);
        var back = new WaysBack(graph, onwards);
        for (var account = 0; account < brought.Length; account++)
        {
            var first = brought[account] * (1 - back.To(account));
            brought[account] = Math.Max(0, first - setOut[account]) / onwards;
        }

        return brought;
    }
}
