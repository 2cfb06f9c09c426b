using Comms.Core.Listening.Topics;
using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Listening.Topics;

/// <summary>
/// The rate of false alarms as it is promised, counted in worlds whose truth is known: topics from one voice in two days to twenty an
/// hour, with the rhythm of days and weeks, in which nothing ever happens.
/// </summary>
public class BurstSimulationTests
{
    private const int History = 12 * HourlyBaseline.HoursOfWeek;
    private const int Judged = 20 * HourlyBaseline.HoursOfWeek;
    private const double Rate = 0.001;
    private static readonly byte[] HoursOfWeek = [.. Enumerable.Range(0, History + Judged).Select(hour => (byte)(hour % HourlyBaseline.HoursOfWeek))];

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(2)]
    [InlineData(20)]
    public void Ordinary_hours_are_called_a_burst_no_oftener_than_is_said(double mean)
    {
        var alarms = AlarmsIn(mean, gathered: 0, worlds: 30);

        // Three standard errors of what chance alone does to the count.
        Assert.InRange(alarms, 0, Rate + (3 * Math.Sqrt(Rate / (30 * Judged))));
        Assert.True(mean < 1 || alarms > Rate / 10, $"Of {mean} an hour only {alarms} are called a burst: it hears nothing.");
    }

    /// <summary>Voices that come together, as when one answers another, make counts scatter twice as much as chance would have them.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(2)]
    [InlineData(20)]
    public void And_not_much_oftener_where_one_voice_brings_another(double mean) =>
        Assert.InRange(AlarmsIn(mean, gathered: 1, worlds: 30), 0, 2 * Rate);

    [Theory]
    [InlineData(0.3, 6, 0.95)]
    [InlineData(2, 14, 0.95)]
    [InlineData(20, 70, 0.95)]
    public void A_real_burst_is_found(double mean, int voices, double share)
    {
        var found = 0;
        for (ulong world = 0; world < 200; world++)
        {
            var counts = World(new Chance(world), mean, gathered: 0);
            var noon = History + (24 * 10) + 12;
            counts[noon] = voices;
            found += Finder().Find(counts.AsSpan(0, noon + 1), Rate).Bursts.Any(burst => burst.Hour == noon) ? 1 : 0;
        }

        Assert.InRange(found / 200.0, share, 1);
    }

    [Fact]
    public void One_burst_does_not_hide_the_next()
    {
        var counts = World(new Chance(7), mean: 1, gathered: 0);
        int[] days = [3, 10, 17];
        foreach (var day in days)
        {
            counts[History + (24 * day) + 12] = 40;
        }

        var found = Finder().Find(counts, Rate).Bursts.Where(burst => burst.Voices == 40).Select(burst => (burst.Hour - History) / 24);

        Assert.Equal(days, found);
    }

    [Fact]
    public void What_was_usual_is_forgotten_by_half_in_four_weeks()
    {
        var baseline = new HourlyBaseline();
        for (var hour = 0; hour < 20 * HourlyBaseline.HoursOfWeek; hour++)
        {
            baseline.Take(hour % HourlyBaseline.HoursOfWeek, hour < 16 * HourlyBaseline.HoursOfWeek ? 8 : 0);
        }

        Assert.Equal(4, baseline.Expect(12).Mean, 0.5);
    }

    [Fact]
    public void An_hour_of_the_week_has_a_usual_of_its_own()
    {
        var baseline = new HourlyBaseline();
        for (var hour = 0; hour < 12 * HourlyBaseline.HoursOfWeek; hour++)
        {
            baseline.Take(hour % HourlyBaseline.HoursOfWeek, hour % HourlyBaseline.HoursOfWeek == 60 ? 30 : 1);
        }

        Assert.InRange(baseline.Expect(60).Mean, 12, 30);
        Assert.InRange(baseline.Expect(61).Mean, 0.8, 1.6);
    }

    private static BurstFinder Finder() => new(HoursOfWeek, History, fewest: 3);

    private static double AlarmsIn(double mean, int gathered, int worlds)
    {
        var alarms = 0;
        for (ulong world = 0; world < (ulong)worlds; world++)
        {
            alarms += Finder().Find(World(new Chance(world + 1), mean, gathered), Rate).Bursts.Count;
        }

        return alarms / (double)(worlds * Judged);
    }

    /// <summary>Three times as busy by day as by night, half as busy at weekends.</summary>
    private static int[] World(Chance chance, double mean, int gathered)
    {
        var counts = new int[History + Judged];
        for (var hour = 0; hour < counts.Length; hour++)
        {
            var (day, clock) = (hour / 24 % 7, hour % 24);
            var rate = mean * (clock is >= 8 and < 20 ? 1.5 : 0.5) * (day is 0 or 6 ? 0.58 : 1.17);
            counts[hour] = Poisson(chance, rate / (1 + gathered)) * (1 + gathered);
        }

        return counts;
    }

    /// <summary>Counts arrivals until the hour is over (Knuth); for means up to some hundreds.</summary>
    private static int Poisson(Chance chance, double mean)
    {
        var left = Math.Exp(-mean);
        var count = 0;
        for (var product = chance.Share(); product > left; product *= chance.Share())
        {
            count++;
        }

        return count;
    }
}
