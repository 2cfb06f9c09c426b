using Comms.Core.Insights.Control;
using Comms.Core.Insights.Openings;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Insights.Openings;

/// <summary>The intervals hold what they say, on counts whose truth is known.</summary>
public class DifferencesTests
{
    private const int Rounds = 4000;

    [Theory]
    [InlineData(30, 1.0, 1)]
    [InlineData(30, 0.4, 1)]
    [InlineData(3, 0.5, 1)]
    [InlineData(40, 0.5, 4)]
    public void The_ratio_of_two_rates_is_within_its_interval_nineteen_times_in_twenty(double aWeek, double ratio, int atOnce)
    {
        var chance = new Chance(7);
        var within = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (low, high) = Differences.OfRates(Weeks(chance, aWeek, atOnce), Weeks(chance, aWeek * ratio, atOnce));
            within += low <= ratio && ratio <= high ? 1 : 0;
        }

        // Four weeks say little of how far weeks differ: where one event brings several at once, the interval holds a little less often.
        Assert.InRange((double)within / Rounds, atOnce == 1 ? 0.94 : 0.87, 0.995);
    }

    [Theory]
    [InlineData(0.3, 0.3, 60)]
    [InlineData(0.5, 0.2, 40)]
    [InlineData(0.05, 0.02, 200)]
    public void The_difference_of_two_shares_is_within_its_interval_nineteen_times_in_twenty(double before, double after, int of)
    {
        var chance = new Chance(11);
        var within = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (low, high) = Differences.OfShares(Drawn(chance, before, of), Drawn(chance, after, of));
            within += low <= after - before && after - before <= high ? 1 : 0;
        }

        Assert.InRange((double)within / Rounds, 0.94, 0.995);
    }

    [Fact]
    public void Nothing_at_all_has_an_interval_that_says_nothing()
    {
        var (low, high) = Differences.OfRates([0, 0], [0, 0]);
        Assert.True(low < 0.2 && high > 5);
        (low, high) = Differences.OfShares(new Proportion(0, 0), new Proportion(0, 0));
        Assert.True(low < -0.9 && high > 0.9);
    }

    private static double[] Weeks(Chance chance, double mean, int atOnce) => [.. Enumerable.Range(0, 4).Select(_ => (double)(atOnce * Poisson(chance, mean / atOnce)))];

    private static Proportion Drawn(Chance chance, double share, int of) => new(Enumerable.Range(0, of).Count(_ => chance.Happens(share)), of);

    private static long Poisson(Chance chance, double mean)
    {
        var count = -1L;
        for (var left = 1.0; left > Math.Exp(-mean); left *= chance.Share())
        {
            count++;
        }

        return count;
    }
}
