namespace Comms.Core.Engagement.Graphs;

/// <summary>
/// Who turned to whom, by number: each account's ties as shares that sum to 1. A builder makes one. Immutable; safe for
/// concurrent use.
/// </summary>
/// <remarks>
/// Ranks are those of personalised PageRank (Page, Brin, Motwani and Winograd, 1999; Haveliwala, https://doi.org/10.1145/511446.511513)
/// without its last division: a walker who begins at an account goes on, each time with the chance <c>carry</c>, to one of
/// those to whom the account turned, and is gone where it turned to nobody. Found by pushing what has not yet been
/// passed on (Andersen, Chung and Lang, https://doi.org/10.1109/FOCS.2006.44), account after account. Takes 8 bytes for each
/// tie and 4 for each account. Measured in <c>AccountGraphBenchmarks</c>.
/// </remarks>
public sealed class AccountGraph
{
    private readonly int[] _starts;
    private readonly int[] _to;
    private readonly float[] _shares;

    internal AccountGraph(int[] starts, int[] to, float[] shares)
    {
        _starts = starts;
        _to = to;
        _shares = shares;
    }

    /// <summary>How many accounts there are; they are numbered from 0.</summary>
    public int Accounts => _starts.Length - 1;

    /// <summary>How many ties there are.</summary>
    public int Ties => _to.Length;

    internal ReadOnlySpan<int> To(int account) => _to.AsSpan(_starts[account].._starts[account + 1]);

    internal ReadOnlySpan<float> Shares(int account) => _shares.AsSpan(_starts[account].._starts[account + 1]);

    /// <summary>How many walkers are expected to come by each account, those who begin there included.</summary>
    /// <param name="begin">How many walkers begin at each account: one number of 0 or more for each.</param>
    /// <param name="carry">The chance that a walker goes on. From 0 to below 1.</param>
    /// <param name="residual">The share of all walkers that may still be under way at the end. Above 0. Default: 10⁻⁶.</param>
    /// <returns>One number for each account. Divided by their sum they are its personalised PageRank, where who is gone begins anew.</returns>
    /// <exception cref="ArgumentException">A number is out of its range, or there is not one for each account.</exception>
    public double[] Visits(ReadOnlySpan<double> begin, double carry, double residual = 1e-6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(carry);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(carry, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(residual);
        if (begin.Length != Accounts || begin.ContainsAnyExceptInRange(0, double.MaxValue))
        {
            throw new ArgumentException($"There is one number of 0 or more for each of the {Accounts} accounts.", nameof(begin));
        }

        var waiting = begin.ToArray();
        var visits = new double[Accounts];
        var least = residual * Sum(waiting);
        while (Sum(waiting) > least)
        {
            Sweep(waiting, visits, carry);
        }

        return visits;
    }

    /// <summary>Whom a community comes by, without looking at the whole graph: for one group among many, while someone waits.</summary>
    /// <param name="community">The accounts at which one walker each begins; at least one.</param>
    /// <param name="carry">The chance that a walker goes on. From 0 to below 1.</param>
    /// <param name="least">
    /// An account at which fewer walkers wait than this share of all, for each of its ties, passes nothing on. Above 0, below
    /// 1. At most 1 / (least × (1 − carry)) ties are followed. Default: 10⁻⁶.
    /// </param>
    /// <returns>The accounts that were reached, most visited first; never more than <see cref="Visits"/> has, and less by what was not passed on.</returns>
    /// <exception cref="ArgumentException">A number is out of its range, or the community is empty.</exception>
    public IReadOnlyList<AccountVisits> VisitsNear(ReadOnlySpan<int> community, double carry, double least = 1e-6)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(carry);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(carry, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(least, 1);
        if (community.IsEmpty || community.ContainsAnyExceptInRange(0, Accounts - 1))
        {
            throw new ArgumentException($"A community is of accounts from 0 to {Accounts - 1}, and of at least one.", nameof(community));
        }

        return new ForwardPush(this, carry, least).From(community);
    }

    /// <summary>Every account passes on what waits there. Later accounts pass on what came within the same sweep.</summary>
    private void Sweep(double[] waiting, double[] visits, double carry)
    {
        for (var account = 0; account < waiting.Length; account++)
        {
            var here = waiting[account];
            if (here == 0)
            {
                continue;
            }

            waiting[account] = 0;
            visits[account] += here;
            var to = To(account);
            var shares = Shares(account);
            var onwards = here * carry;
            for (var tie = 0; tie < to.Length; tie++)
            {
                waiting[to[tie]] += onwards * shares[tie];
            }
        }
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
