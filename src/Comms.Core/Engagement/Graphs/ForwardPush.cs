using System.Collections;

namespace Comms.Core.Engagement.Graphs;

/// <summary>
/// Who a community comes by, looked for only as far as it matters: an account passes on what waits there while that is
/// more than a least share for each of its ties (forward push, Andersen, Chung and Lang,
/// https://doi.org/10.1109/FOCS.2006.44). At most 1 / (least × (1 − carry)) ties are followed, however large the graph.
/// </summary>
internal sealed class ForwardPush(AccountGraph graph, double carry, double least)
{
    private readonly double[] _waiting = new double[graph.Accounts];
    private readonly double[] _visits = new double[graph.Accounts];
    private readonly BitArray _queued = new(graph.Accounts);
    private readonly Queue<int> _queue = new();
    private readonly List<int> _reached = [];

    public IReadOnlyList<AccountVisits> From(ReadOnlySpan<int> community)
    {
        foreach (var account in community)
        {
            Add(account, 1.0 / community.Length);
        }

        while (_queue.TryDequeue(out var account))
        {
            _queued[account] = false;
            PassOn(account);
        }

        var walkers = (double)community.Length;
        return [.. _reached.Select(account => new AccountVisits(account, _visits[account] * walkers)).OrderByDescending(one => one.Visits).ThenBy(one => one.Account)];
    }

    private void PassOn(int account)
    {
        var here = _waiting[account];
        _waiting[account] = 0;
        if (_visits[account] == 0)
        {
            _reached.Add(account);
        }

        _visits[account] += here;
        var to = graph.To(account);
        var shares = graph.Shares(account);
        var onwards = here * carry;
        for (var tie = 0; tie < to.Length; tie++)
        {
            Add(to[tie], onwards * shares[tie]);
        }
    }

    private void Add(int account, double walkers)
    {
        var waits = _waiting[account] += walkers;
        if (waits > least * Math.Max(1, graph.To(account).Length) && !_queued[account])
        {
            _queued[account] = true;
            _queue.Enqueue(account);
        }
    }
}
