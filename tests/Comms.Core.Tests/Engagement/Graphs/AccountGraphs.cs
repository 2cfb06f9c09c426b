using Comms.Core.Engagement.Graphs;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement.Graphs;

public class AccountGraphs
{
    private const int Accounts = 7;

    private static readonly Gen<List<(int From, int To, double Weight)>> AnyTies =
        Gen.Select(Gen.Int[0, Accounts - 1], Gen.Int[0, Accounts - 1], Gen.Double[0, 5]).List[0, 30];

    [Fact]
    public void Who_is_expected_at_an_account_began_there_or_came_along_a_tie() => AnyTies.Sample(ties =>
    {
        double[] begin = [3, 0, 1, 0, 0, 0.5, 2];
        var visits = Graph(ties).Visits(begin, 0.8, residual: 1e-12);
        var given = new double[Accounts];
        ties.Where(tie => tie.From != tie.To).ToList().ForEach(tie => given[tie.From] += tie.Weight);
        for (var account = 0; account < Accounts; account++)
        {
            var came = ties.Where(tie => tie.To == account && tie.From != account && tie.Weight > 0)
                .Sum(tie => 0.8 * visits[tie.From] * tie.Weight / given[tie.From]);
            Assert.Equal(begin[account] + came, visits[account], 1e-5);
        }
    });

    [Fact]
    public void A_community_comes_by_those_that_its_walkers_come_by_and_by_no_more() => Gen.Select(AnyTies, Gen.Double[-9, -1]).Sample((ties, magnitude) =>
    {
        var (graph, least) = (Graph(ties), Math.Pow(10, magnitude));
        int[] community = [0, 3, 5];
        var whole = graph.Visits([1, 0, 0, 1, 0, 1, 0], 0.8, residual: 1e-12);
        var near = graph.VisitsNear(community, 0.8, least);

        Assert.Equal(near.OrderByDescending(one => one.Visits), near);
        Assert.All(near, one => Assert.InRange(one.Visits, 0, whole[one.Account] + 1e-9));

        // What an account keeps back would have come by no more accounts than a walker can: 1 / (1 - carry).
        var kept = community.Length * least * (graph.Ties + Accounts) / (1 - 0.8);
        Assert.InRange(whole.Sum() - near.Sum(one => one.Visits), -1e-9, kept + 1e-9);
    });

    [Fact]
    public void Whom_a_community_hardly_reaches_is_not_looked_at()
    {
        var chain = Graph([.. Enumerable.Range(0, 6).Select(account => (account, account + 1, 1.0))]);

        Assert.Equal([(0, 1.0), (1, 0.5), (2, 0.25)], chain.VisitsNear([0], 0.5, least: 0.2).Select(one => (one.Account, one.Visits)));
        Assert.Throws<ArgumentException>(() => chain.VisitsNear([], 0.5));
        Assert.Throws<ArgumentException>(() => chain.VisitsNear([Accounts], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.VisitsNear([0], 0.5, least: 0));
    }

    [Fact]
    public void Walkers_part_by_the_weight_of_ties_and_ties_of_the_same_two_add_up()
    {
        var graph = Graph([(0, 1, 1), (0, 2, 2), (0, 2, 1), (0, 0, 100)], accounts: 3);
        Assert.Equal([8, 1, 3], graph.Visits([8, 0, 0], 0.5));
    }

    [Fact]
    public void A_walker_who_comes_back_came_over_those_whom_the_account_turned_to()
    {
        var back = new WaysBack(Graph([(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 0, 1)], accounts: 3), 0.5);
        Assert.Equal(0.125 + 0.0625, back.To(0), 1e-9);
        Assert.Equal(0.125 + 0.0625, back.To(0), 1e-9);
        Assert.Equal(0.125 + 0.0625, back.To(1), 1e-9);
    }

    [Fact]
    public void How_many_come_is_those_who_come_first_with_all_ways_back() => AnyTies.Sample(ties =>
    {
        var graph = Graph(ties);
        var back = new WaysBack(graph, 0.6);
        for (var account = 0; account < Accounts; account++)
        {
            var begin = new double[Accounts];
            begin[account] = 1;
            Assert.Equal(1 / (1 - back.To(account)), graph.Visits(begin, 0.6, 1e-12)[account], 1e-6);
        }
    });

    [Fact]
    public void An_account_that_is_not_there_is_refused()
    {
        var graph = new AccountGraphBuilder(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Add(0, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Add(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Add(0, 1, double.NaN));
        Assert.Throws<ArgumentException>(() => graph.Build().Visits([1, 1, 1], 0.5));
        Assert.Throws<ArgumentException>(() => graph.Build().Visits([1, -1], 0.5));
        Assert.Throws<ArgumentException>(() => graph.Build().Visits([1, double.NaN], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Build().Visits([1, 1], 1));
    }

    private static AccountGraph Graph(IEnumerable<(int From, int To, double Weight)> ties, int accounts = Accounts)
    {
        var graph = new AccountGraphBuilder(accounts);
        foreach (var (from, to, weight) in ties)
        {
            graph.Add(from, to, weight);
        }

        return graph.Build();
    }
}
