using Comms.Core.Engagement.Graphs;

namespace Comms.Core.Engagement.Live;

/// <summary>Draws who turned to whom within the window, straight from the acts: no list of ties stands beside them.</summary>
internal static class LiveTies
{
    public static BroughtBy Count(LiveWindow window, LiveAccounts accounts, EngagementOptions options)
    {
        var (starts, given) = Given(window, accounts, options);
        var (next, to, shares) = (starts[..^1], new int[starts[^1]], new float[starts[^1]]);
        foreach (var (act, weight) in Ties(window, accounts, options))
        {
            var at = next[act.Account]++;
            to[at] = act.Towards;
            shares[at] = (float)(weight / given[act.Account]);
        }

        accounts.Counted();
        Temper(window, given);
        return new BroughtBy(new AccountGraph(starts, to, shares), given, options.Onwards);
    }

    /// <summary>Where the ties of each account begin, and what they weigh together.</summary>
    private static (int[] Starts, double[] Given) Given(LiveWindow window, LiveAccounts accounts, EngagementOptions options)
    {
        var (starts, given) = (new int[accounts.Numbers + 1], new double[accounts.Numbers]);
        foreach (var (act, weight) in Ties(window, accounts, options))
        {
            starts[act.Account + 1]++;
            given[act.Account] += weight;
        }

        for (var account = 0; account < accounts.Numbers; account++)
        {
            starts[account + 1] += starts[account];
        }

        return (starts, given);
    }

    private static IEnumerable<(LiveAct Act, double Weight)> Ties(LiveWindow window, LiveAccounts accounts, EngagementOptions options)
    {
        var paces = BroughtBy.Paces(options);
        for (var ago = 0; ago < options.Weeks; ago++)
        {
            var week = window[window.Newest - ago];
            for (var at = 0; at < week.Count; at++)
            {
                var act = week[at];
                if (!act.ByTeam && act.Towards != LiveAct.None && act.Towards != act.Account
                    && window.Holds(accounts[act.Account].Week) && window.Holds(accounts[act.Towards].Week))
                {
                    yield return (act, paces[ago]);
                }
            }
        }
    }

    /// <summary>As many walkers set out as the account turned to others, times the share of its acts that the team answered.</summary>
    private static void Temper(LiveWindow window, double[] given)
    {
        var (acts, answered) = (new int[given.Length], new int[given.Length]);
        foreach (var week in window.Weeks)
        {
            for (var at = 0; at < week.Count; at++)
            {
                if (week[at] is { ByTeam: false } act)
                {
                    acts[act.Account]++;
                    answered[act.Account] += act.Answered ? 1 : 0;
                }
            }
        }

        for (var account = 0; account < given.Length; account++)
        {
            given[account] *= BroughtBy.Trust(answered[account], acts[account]);
        }
    }
}
