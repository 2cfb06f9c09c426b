namespace Comms.Core.Engagement.Graphs;

/// <summary>
/// The chance that a walker who leaves an account comes back to it: what an account's own ties would bring it, so that it
/// can be taken out again. Walks until fewer than one in a billion is under way. Where walkers stand at more than a few
/// accounts, those at which hardly any stands pass nothing on, and after as many ties as one account is worth none does: the
/// chance is a lower bound then. Not thread-safe.
/// </summary>
internal sealed class WaysBack(AccountGraph graph, double carry)
{
    private const double Least = 1e-9;
    private const int FewAccounts = 50;
    private const int MostTies = 20_000;

    private readonly double[] _under = new double[graph.Accounts];
    private readonly List<int> _here = [];
    private readonly List<(int Account, double Chance)> _leaving = [];

    /// <param name="account">Where the walker leaves.</param>
    /// <param name="hardlyAny">Below this chance an account among many passes nothing on.</param>
    public double To(int account, double hardlyAny = Least)
    {
        var (back, walked) = (0.0, 0);
        _here.Add(account);
        _under[account] = 1;
        for (var under = 1.0; under > Least && walked < MostTies;)
        {
            walked += Step(_here.Count <= FewAccounts ? 0 : hardlyAny);
            back += _under[account];
            _under[account] = 0; // Who came back is counted once.
            under = _here.Sum(other => _under[other]);
        }

        _here.ForEach(other => _under[other] = 0);
        _here.Clear();
        return back;
    }

    /// <summary>All take one step; gives how many ties that took. An account stands in the list once.</summary>
    private int Step(double least)
    {
        var walked = 0;
        _leaving.Clear();
        foreach (var account in _here)
        {
            _leaving.Add((account, _under[account]));
            _under[account] = 0;
        }

        _here.Clear();
        foreach (var (account, chance) in _leaving)
        {
            if (chance < least)
            {
                continue;
            }

            var to = graph.To(account);
            var shares = graph.Shares(account);
            walked += to.Length;
            for (var tie = 0; tie < to.Length; tie++)
            {
                Arrive(to[tie], chance * carry * shares[tie]);
            }
        }

        return walked;
    }

    private void Arrive(int account, double chance)
    {
        if (chance > 0 && _under[account] == 0)
        {
            _here.Add(account);
        }

        _under[account] += chance;
    }
}
