namespace Comms.Core.Engagement.Graphs;

/// <summary>Takes ties one by one and freezes them into an <see cref="AccountGraph"/>. Not thread-safe.</summary>
public sealed class AccountGraphBuilder
{
    private readonly double[] _given;
    private readonly List<(int From, int To, double Weight)> _ties = [];

    /// <summary>Begins with no tie.</summary>
    /// <param name="accounts">How many accounts there are; they are numbered from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0.</exception>
    public AccountGraphBuilder(int accounts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(accounts);
        _given = new double[accounts];
    }

    /// <summary>An account turned to another one. Ties of the same two add up; one to itself counts for nothing.</summary>
    /// <param name="from">Who turned.</param>
    /// <param name="to">To whom.</param>
    /// <param name="weight">How much it weighs beside the account's other ties. 0 or more, and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such account, or the weight is out of its range.</exception>
    public void Add(int from, int to, double weight)
    {
        Check(to);
        Check(from);
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, double.MaxValue);
        if (from != to)
        {
            _given[from] += weight;
            _ties.Add((from, to, weight));
        }
    }

    /// <summary>Freezes what was added so far.</summary>
    public AccountGraph Build()
    {
        var starts = new int[_given.Length + 1];
        foreach (var tie in _ties)
        {
            starts[tie.From + 1]++;
        }

        for (var account = 0; account < _given.Length; account++)
        {
            starts[account + 1] += starts[account];
        }

        var (next, to, shares) = (starts[..^1], new int[_ties.Count], new float[_ties.Count]);
        foreach (var tie in _ties)
        {
            var at = next[tie.From]++;
            to[at] = tie.To;
            shares[at] = tie.Weight == 0 ? 0 : (float)(tie.Weight / _given[tie.From]);
        }

        return new AccountGraph(starts, to, shares);
    }

    private void Check(int account)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(account);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(account, _given.Length);
    }
}
