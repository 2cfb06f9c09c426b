using Comms.Core.Triage.Training;
using Xunit;

namespace Comms.Core.Tests.Triage.Training;

public sealed class CalibrationBinsTests
{
    [Fact]
    public void What_is_right_as_often_as_it_is_sure_has_no_error()
    {
        var bins = new CalibrationBins();
        for (var percent = 1; percent <= 99; percent++)
        {
            for (var of = 0; of < 100; of++)
            {
                bins.Add(percent / 100.0, right: of < percent);
            }
        }

        Assert.Equal(0, bins.Error, 1e-9);
    }

    [Fact]
    public void What_is_sure_and_always_wrong_errs_by_all()
    {
        var bins = new CalibrationBins();
        bins.Add(1, right: false);
        Assert.Equal(1, bins.Error);
    }

    [Fact]
    public void Each_bin_errs_by_itself_and_weighs_as_many_as_it_holds()
    {
        var bins = new CalibrationBins();
        bins.Add(0.95, right: true);
        bins.Add(0.97, right: false);
        bins.Add(0.97, right: false);
        bins.Add(0.50, right: true);

        var high = Math.Abs((1 / 3.0) - ((0.95 + 0.97 + 0.97) / 3));
        Assert.Equal((0.75 * high) + (0.25 * 0.5), bins.Error, 1e-9);
    }

    [Fact]
    public void A_bin_holds_its_upper_edge()
    {
        var bins = new CalibrationBins();
        bins.Add(3 / 15.0, right: true);
        bins.Add(2.5 / 15, right: false);

        Assert.Equal(Math.Abs(1 - (5.5 / 15)) / 2, bins.Error, 1e-9);
    }

    [Fact]
    public void Nothing_has_no_error() => Assert.Equal(0, new CalibrationBins().Error);
}
