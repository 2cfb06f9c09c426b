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

    // Of an act: what an account's own ties bring it is followed as closely as that.
    private const double Closeness = 0.002;

    private readonly double[] _brought;
    private readonly int[] _people;

    /// <param name="graph">Who turned to whom.</param>
    /// <param name="setOut">How many walkers set out from each account.</param>
    /// <param name="onwards">The chance that one goes on.</param>
    public BroughtBy(AccountGraph graph, double[] setOut, double onwards)
    {
        _brought = Count(graph, setOut, onwards);
        _people = People(graph);
    }

    /// <summary>Of histories, numbered as they stand.</summary>
    public static BroughtBy Of(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        var (graph, turned) = Draw(histories, options);
        return new BroughtBy(graph, [.. histories.Zip(turned, (history, acts) => acts * Trust(history.Acts.Count(act => act.Answered), history.Acts.Count))], options.Onwards);
    }

    /// <summary>How many acts came by it, and how many accounts turned to it; nought for one that was not there.</summary>
    public (double Acts, int People) this[int account] => account < _people.Length ? (_brought[account], _people[account]) : default;

    /// <summary>The share of an account's acts that the team answered, where little is known of it a tenth.</summary>
    public static double Trust(int answered, int acts) => (answered + AnsweredBefore) / (acts + ActsBefore);

    /// <summary>What one act counts that took place so many weeks ago.</summary>
    public static double[] Paces(EngagementOptions options)
    {
        var decays = options.Decays();
        var pace = options.Weeks / decays.Sum();
        return [.. decays.Select(decay => pace * decay)];
    }

    /// <summary>Who turned to whom, and how often each turned to anybody.</summary>
    private static (AccountGraph Graph, double[] Turned) Draw(IReadOnlyList<AccountHistory> histories, EngagementOptions options)
    {
        var numbers = histories.Index().ToDictionary(one => one.Item.Account, one => one.Index, StringComparer.Ordinal);
        var graph = new AccountGraphBuilder(histories.Count);
        var turned = new double[histories.Count];
        var paces = Paces(options);
        foreach (var (from, history) in histories.Index())
        {
            foreach (var act in history.Acts)
            {
                if (act.Towards is { } other && other != history.Account && numbers.TryGetValue(other, out var to))
                {
                    var weight = paces[history.WeeksAgo(act)];
                    graph.Add(from, to, weight);
                    turned[from] += weight;
                }
            }
        }

        return (graph.Build(), turned);
    }

    /// <summary>How many others turned to each account, however often.</summary>
    private static int[] People(AccountGraph graph)
    {
        var (people, last) = (new int[graph.Accounts], new int[graph.Accounts]);
        for (var account = 0; account < graph.Accounts; account++)
        {
            foreach (var other in graph.To(account))
            {
                people[other] += last[other] == account + 1 ? 0 : 1;
                last[other] = account + 1;
            }
        }

        return people;
    }

    private static double[] Count(AccountGraph graph, double[] setOut, double onwards)
    {
        var brought = graph.Visits(setOut, onwards, residual: 1e-9);
        var back = new WaysBack(graph, onwards);
        for (var account = 0; account < brought.Length; account++)
        {
            var first = brought[account] * (1 - back.To(account, Closeness / Math.Max(1, setOut[account])));
            brought[account] = Math.Max(0, first - setOut[account]) / onwards;
        }

        return brought;
    }
}
