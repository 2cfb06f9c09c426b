using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Insights.Funnels;

public class FunnelPlots
{
    [Fact]
    public void The_limits_hold_as_much_of_the_binomial_distribution_as_they_say() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 99]).Sample((of, percent) =>
        {
            var share = percent / 100.0;
            var limits = Half(percent).LimitsAt(of);
            Assert.InRange(Below(of, share, limits.UpperAlarm + (1.0 / of)), 0.999 - 1e-9, 1 + 1e-9);
            Assert.True(Below(of, share, limits.UpperAlarm - (1.0 / of)) <= 0.999 + 1e-9);
            Assert.True(limits.LowerWarning == 0 || Below(of, share, limits.LowerWarning - (1.0 / of)) <= 0.025 + 1e-9);
            Assert.True(limits.LowerAlarm <= limits.LowerWarning && limits.LowerWarning <= limits.UpperWarning && limits.UpperWarning <= limits.UpperAlarm);
        });

    [Fact]
    public void A_small_unit_may_lie_further_away_than_a_large_one()
    {
        var plot = FunnelPlot.Of([("small", new Proportion(7, 10)), ("large", new Proportion(800, 1000)), ("rest", new Proportion(4000, 8000))]);
        Assert.Equal([FunnelStanding.Within, FunnelStanding.FarAbove, FunnelStanding.FarBelow], plot.Units.Select(unit => unit.Standing));
    }

    [Fact]
    public void The_order_of_the_units_changes_nothing() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[50, 400]).Array[2, 25].Sample(sizes =>
        {
            (string Name, Proportion Share)[] units = [.. sizes.Select((size, at) => ($"u{at}", new Proportion(size.Item1, size.Item2)))];
            var forth = FunnelPlot.Of(units).Units.ToDictionary(unit => unit.Name, unit => unit.Standing);
            var back = FunnelPlot.Of([.. units.Reverse()]).Units.ToDictionary(unit => unit.Name, unit => unit.Standing);
            Assert.Equal(forth, back);
        });

    [Fact]
    public void Units_that_lie_apart_for_more_reasons_than_chance_have_wider_limits()
    {
        var apart = FunnelPlot.Of([.. Enumerable.Range(0, 20).Select(at => ($"u{at}", new Proportion(300 + (at * 20), 1000)))]);
        var together = FunnelPlot.Of([.. Enumerable.Range(0, 20).Select(at => ($"u{at}", new Proportion(485 + (at % 10), 1000)))]);
        Assert.True(apart.Spread > 10);
        Assert.Equal(1, together.Spread);
        Assert.True(apart.LimitsAt(1000).UpperAlarm > together.LimitsAt(1000).UpperAlarm + 0.1);
    }

    [Fact]
    public void One_unit_alone_and_an_empty_one_are_not_compared()
    {
        Assert.Equal(FunnelStanding.Within, Assert.Single(FunnelPlot.Of([("only", new Proportion(3, 4))]).Units).Standing);
        var plot = FunnelPlot.Of([("empty", new Proportion(0, 0)), ("a", new Proportion(1, 40)), ("b", new Proportion(39, 40))]);
        Assert.Null(plot.Units[0].Limits);
        Assert.Equal(0.5, plot.Centre);
    }

    [Fact]
    public void A_size_below_one_has_no_limits() => Assert.Throws<ArgumentOutOfRangeException>(() => Half(50).LimitsAt(0));

    private static FunnelPlot Half(int percent) => FunnelPlot.Of([("a", new Proportion(percent, 100)), ("b", new Proportion(percent, 100))]);

    /// <summary>The probability of a share of at most so much, summed term by term.</summary>
    private static double Below(int of, double share, double at)
    {
        var (sum, log) = (0.0, of * Math.Log(1 - share));
        for (var count = 0; count <= Math.Floor((at * of) + 1e-9); count++)
        {
            sum += Math.Exp(log);
            log += Math.Log((double)(of - count) / (count + 1) * share / (1 - share));
        }

        return sum;
    }
}
