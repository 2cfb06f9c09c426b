using Comms.Core.Insights.Control;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Insights.Control;

public class ControlCharts
{
    private static readonly double[] Steady = [10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 12];

    /// <summary>Mean 127/12; the moving ranges 2, 1, 2, 1, 1, 1, 2, 1, 2, 1, 2 have the mean 16/11 and none is screened out.</summary>
    [Fact]
    public void The_limits_lie_two_point_six_six_mean_moving_ranges_from_the_mean()
    {
        var point = ControlChart.OfValues(Steady).Points[0];
        Assert.Equal(127 / 12.0, point.Centre!.Value, 9);
        Assert.Equal((127 / 12.0) + (2.66 * 16 / 11), point.Upper!.Value, 9);
        Assert.Equal((127 / 12.0) - (2.66 * 16 / 11), point.Lower!.Value, 9);
        Assert.Empty(ControlChart.OfValues(Steady).Signals);
    }

    [Fact]
    public void A_jump_far_from_the_rest_does_not_widen_the_limits()
    {
        var chart = ControlChart.OfValues([.. Steady, 40, .. Steady]);
        Assert.InRange(chart.Points[0].Upper!.Value - chart.Points[0].Centre!.Value, 2.66, 2.66 * 2);
        Assert.Equal([new ControlSignal(ControlRule.OutsideLimits, Rises: true, 12, 12)], chart.Signals.Where(signal => signal.Rule == ControlRule.OutsideLimits));
        Assert.Equal(Variation.High, chart.Points[12].Variation);
    }

    [Fact]
    public void Where_jumps_are_all_there_is_they_are_what_is_usual()
    {
        double[] rare = [.. Enumerable.Range(0, 24).Select(at => at == 7 ? 9.0 : 3.0)];
        Assert.DoesNotContain(ControlChart.OfValues(rare).Signals, signal => signal.Rule == ControlRule.OutsideLimits && !signal.Rises);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Seven_in_a_row_on_one_side_of_the_mean_are_a_shift(int length, bool found)
    {
        var values = Enumerable.Range(0, 40).Select(at => at < 40 - length ? 12.0 - (at % 2 * 2) : 12.0 + (at % 2)).ToArray();
        var shifts = ControlChart.OfValues(values, baseline: 20).Signals.Where(signal => signal.Rule == ControlRule.Shift).ToArray();
        Assert.Equal(found, shifts.Any(signal => signal is { Rises: true, Last: 39 } && signal.First <= 40 - length));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Seven_in_a_row_each_higher_are_a_trend(int length, bool found)
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(at => 50.0 + (at % 2 * 8)), .. Enumerable.Range(0, length).Select(at => 47.0 + at), 46];
        var trends = ControlChart.OfValues(values).Signals.Where(signal => signal.Rule == ControlRule.Trend).ToArray();
        Assert.Equal(found ? [new ControlSignal(ControlRule.Trend, Rises: true, 20, 26)] : [], trends);
    }

    /// <summary>The mean stays near 10 and the range near 2: points above 13.5 and within 15.3 are close to the limit.</summary>
    [Fact]
    public void Two_of_three_close_to_a_limit_on_its_side_of_the_mean_are_a_signal()
    {
        double[] calm = [.. Enumerable.Range(0, 30).Select(at => at % 2 == 0 ? 9.0 : 11.0)];
        Assert.Contains(new ControlSignal(ControlRule.NearLimit, Rises: true, 30, 32), ControlChart.OfValues([.. calm, 14.2, 11, 14.2], baseline: 30).Signals);
        Assert.DoesNotContain(ControlChart.OfValues([.. calm, 14.2, 9, 14.2], baseline: 30).Signals, signal => signal.Rule == ControlRule.NearLimit);
        Assert.DoesNotContain(ControlChart.OfValues([.. calm, 14.2, 11, 11], baseline: 30).Signals, signal => signal.Rule == ControlRule.NearLimit);
    }

    [Fact]
    public void With_fewer_than_twelve_points_nothing_is_usual_and_nothing_a_signal()
    {
        var chart = ControlChart.OfValues([.. Steady.Take(10), 500]);
        Assert.All(chart.Points, point => Assert.Null(point.Upper));
        Assert.Empty(chart.Signals);
    }

    [Fact]
    public void Another_unit_of_measure_changes_no_signal() => Gen.Double[0, 100].Array[12, 40].Sample(values =>
    {
        var plain = ControlChart.OfValues(values);
        var scaled = ControlChart.OfValues([.. values.Select(value => value * 4)]);
        Assert.Equal(plain.Signals, scaled.Signals);
        Assert.All(plain.Points.Zip(scaled.Points), pair => Assert.Equal(pair.First.Upper!.Value * 4, pair.Second.Upper!.Value, 9));
    });

    [Fact]
    public void A_signal_is_of_points_that_are_there_and_they_are_marked() => Gen.Int[0, 30].Array[0, 60].Sample(values =>
    {
        var chart = ControlChart.OfValues([.. values.Select(value => (double)value)]);
        var singled = chart.Signals.SelectMany(signal => Enumerable.Range(signal.First, signal.Last - signal.First + 1)).ToHashSet();
        Assert.Equal(values.Length, chart.Points.Count);
        Assert.All(chart.Points.Index(), each => Assert.Equal(singled.Contains(each.Index), each.Item.Variation != Variation.Common));
    });

    /// <summary>The share of all is 0.5 and each sample of 100: three sigmas are 0.15.</summary>
    [Fact]
    public void The_limits_of_shares_lie_three_sigmas_of_chance_from_the_share_of_all()
    {
        Proportion[] shares = [.. Enumerable.Range(0, 12).Select(at => new Proportion(at % 2 == 0 ? 49 : 51, 100))];
        var point = ControlChart.OfShares(shares).Points[0];
        Assert.Equal(0.5, point.Centre!.Value, 9);
        Assert.Equal(0.65, point.Upper!.Value, 9);
        Assert.Equal(0.35, point.Lower!.Value, 9);
    }

    [Fact]
    public void The_limits_of_shares_are_never_narrower_than_chance() =>
        Gen.Select(Gen.Int[1, 300], Gen.Double[0, 1]).Array[12, 40].Sample(periods =>
        {
            Proportion[] shares = [.. periods.Select(period => new Proportion((long)(period.Item1 * period.Item2), period.Item1))];
            foreach (var (point, share) in ControlChart.OfShares(shares).Points.Zip(shares))
            {
                var (centre, chance) = (point.Centre!.Value, 3 * Math.Sqrt(point.Centre.Value * (1 - point.Centre.Value) / share.Of));
                Assert.True(point.Upper >= Math.Min(1, centre + chance) - 1e-9);
                Assert.True(point.Lower <= Math.Max(0, centre - chance) + 1e-9);
            }
        });

    [Fact]
    public void A_period_of_none_has_no_point_and_parts_no_run()
    {
        Proportion[] shares =
        [
            .. Enumerable.Range(0, 20).Select(at => new Proportion(at % 2 == 0 ? 40 : 44, 100)),
            .. Enumerable.Repeat(new Proportion(46, 100), 4), new(0, 0), .. Enumerable.Repeat(new Proportion(46, 100), 4),
        ];
        var chart = ControlChart.OfShares(shares, baseline: 20);
        Assert.Null(chart.Points[24].Value);
        Assert.Contains(chart.Signals, signal => signal is { Rule: ControlRule.Shift, Rises: true, Last: 28 });
    }

    [Fact]
    public void What_is_no_figure_is_refused_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.OfValues([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.OfValues([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.OfShares([new Proportion(2, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.OfValues(Steady, baseline: 11));
    }
}
