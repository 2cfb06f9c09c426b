using Comms.Core.Calendars;
using Comms.Core.Scheduling;
using CsCheck;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class RecurrenceTests
{
    private static readonly Instant From = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant To = Instant.FromUtc(2030, 1, 1, 0, 0);

    private static readonly Recurrence Fridays = new() { First = new DateOnly(2026, 11, 27), Time = new TimeOnly(9, 0), Zone = "Europe/London" };

    /// <summary>Every zone of the tz database and every transition of ten years: an hour before, inside, and an hour after.</summary>
    [Fact]
    public void Over_every_change_of_every_zone_no_day_is_lost_or_doubled()
    {
        var changes = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.GetAllZones())
        {
            foreach (var interval in zone.GetZoneIntervals(From, To).Where(interval => interval.HasEnd && interval.End < To))
            {
                changes++;
                Around(zone, interval);
            }
        }

        Assert.InRange(changes, 3000, 20_000);
    }

    [Fact]
    public void It_is_anchored_on_the_plan_and_not_on_when_it_is_asked() =>
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[1, 5], Gen.Enum<Frequency>()).Sample((minutes, every, frequency) =>
        {
            var plan = Fridays with { Every = every, Frequency = frequency };
            var start = Zones.Resolve(new DateTime(2026, 11, 27, 9, 0, 0), "Europe/London").Instant;
            var next = plan.Next(start.AddMinutes(minutes))!;
            var local = DateOnly.FromDateTime(next.Local);
            var days = local.DayNumber - plan.First.DayNumber;

            Assert.True(next.Instant > start.AddMinutes(minutes));
            Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(next.Local));
            Assert.True(frequency switch
            {
                Frequency.Daily => days % every == 0,
                Frequency.Weekly => days % (7 * every) == 0,
                _ => local.Day == 27 && (((local.Year - 2026) * 12) + local.Month - 11) % every == 0,
            });
        }, iter: 500);

    [Fact]
    public void Every_occurrence_comes_once_however_the_stretch_is_cut() =>
        Gen.Select(Gen.Int[1, 20_000], Gen.Enum<Frequency>()).Sample((minutes, frequency) =>
        {
            var plan = Fridays with { Frequency = frequency };
            var start = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
            var (middle, end) = (start.AddMinutes(minutes), start.AddDays(120));

            Assert.Equal(plan.Between(start, end), plan.Between(start, middle).Concat(plan.Between(middle, end)));
        }, iter: 100);

    [Fact]
    public void A_month_that_is_too_short_has_its_last_day()
    {
        var plan = Fridays with { First = new DateOnly(2027, 1, 31), Frequency = Frequency.Monthly };

        Assert.Equal(
            [31, 28, 31, 30], plan.Between(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 5, 1, 0, 0, 0, TimeSpan.Zero)).Select(when => when.Local.Day));
    }

    [Fact]
    public void It_ends_on_its_last_day() =>
        Assert.Null((Fridays with { Until = new DateOnly(2026, 12, 10) }).Next(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void The_day_that_Apia_never_had_is_told_with_the_day_after()
    {
        var plan = Fridays with { First = new DateOnly(2011, 12, 28), Time = new TimeOnly(12, 0), Zone = "Pacific/Apia", Frequency = Frequency.Daily };

        var days = plan.Between(new DateTimeOffset(2011, 12, 28, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2012, 1, 2, 0, 0, 0, TimeSpan.Zero)).ToArray();

        Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.First.Instant < pair.Second.Instant));
        Assert.Equal(4, days.Count(day => Zones.ToLocal(day.Instant, "Pacific/Apia").Day is 28 or 29 or 31 or 1));
    }

    [Fact]
    public void It_is_over_on_its_last_day_and_not_before()
    {
        var plan = Fridays with { Until = new DateOnly(2026, 12, 4) };

        Assert.Equal(new DateOnly(2026, 12, 4), DateOnly.FromDateTime(plan.Next(new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero))!.Local));
        Assert.Null((plan with { Until = new DateOnly(2026, 12, 3) }).Next(new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_stretch_has_its_first_instant_and_not_its_last()
    {
        var (first, second) = (new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal([first], Fridays.Between(first, second).Select(when => when.Instant));
        Assert.Equal([first, second], Fridays.Between(first, second.AddTicks(1)).Select(when => when.Instant));
        Assert.Equal([second], Fridays.Between(first.AddTicks(1), second.AddTicks(1)).Select(when => when.Instant));
    }

    [Fact]
    public void Every_so_many_is_at_least_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (Fridays with { Every = 0 }).Next(DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(Frequency.Daily, "9999-12-28", "9999-12-29")]
    [InlineData(Frequency.Weekly, "9999-12-17", "9999-12-24")]
    [InlineData(Frequency.Monthly, "9999-10-27", "9999-11-27")]
    public void It_ends_with_the_calendar(Frequency frequency, string after, string next)
    {
        var plan = new Recurrence { First = new DateOnly(9999, 1, 1), Time = new TimeOnly(9, 0), Zone = "Europe/London", Frequency = frequency };
        plan = frequency == Frequency.Monthly ? plan with { First = new DateOnly(9999, 1, 27) } : plan;
        var nine = new DateTimeOffset(DateOnly.ParseExact(after, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0), TimeSpan.Zero);

        Assert.Equal(DateOnly.ParseExact(next, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), DateOnly.FromDateTime(plan.Next(nine)!.Local));
        Assert.Null(plan.Next(new DateTimeOffset(9999, 12, 29, 9, 0, 0, TimeSpan.Zero)));
        Assert.Null((plan with { Every = 100_000 }).Next(new DateTimeOffset(9999, 2, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Months_are_counted_over_the_turn_of_a_year()
    {
        var plan = Fridays with { Frequency = Frequency.Monthly, Every = 5 };

        Assert.Equal(
            ["2026-11-27", "2027-04-27", "2027-09-27", "2028-02-27"],
            plan.Between(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2028, 3, 1, 0, 0, 0, TimeSpan.Zero))
                .Select(when => when.Local.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTime(2076, 11, 27, 9, 0, 0), plan.Next(new DateTimeOffset(2076, 7, 1, 0, 0, 0, TimeSpan.Zero))!.Local);
    }

    private static void Around(DateTimeZone zone, ZoneInterval before)
    {
        var after = zone.GetZoneInterval(before.End);
        var walls = new[] { before.IsoLocalEnd, after.IsoLocalStart };
        var (early, late) = (walls.Min(), walls.Max());
        LocalDateTime[] times = [early.PlusHours(-1), early, early.PlusTicks((late - early).ToDuration().BclCompatibleTicks / 2), late, late.PlusHours(1)];
        foreach (var wall in times)
        {
            Daily(zone, wall, GapPolicy.Later, OverlapPolicy.First);
            Daily(zone, wall, GapPolicy.GapEnd, OverlapPolicy.Second);
        }
    }

    private static void Daily(DateTimeZone zone, LocalDateTime wall, GapPolicy gap, OverlapPolicy overlap)
    {
        var resolver = Resolvers.CreateMappingResolver(
            overlap == OverlapPolicy.First ? Resolvers.ReturnEarlier : Resolvers.ReturnLater,
            gap == GapPolicy.Later ? Resolvers.ReturnForwardShifted : Resolvers.ReturnStartOfIntervalAfter);
        var first = wall.PlusDays(-1);
        var plan = new Recurrence
        {
            First = DateOnly.FromDateTime(first.ToDateTimeUnspecified()),
            Time = TimeOnly.FromDateTime(first.ToDateTimeUnspecified()),
            Zone = zone.Id,
            Frequency = Frequency.Daily,
            Gap = gap,
            Overlap = overlap,
        };
        var expected = Enumerable.Range(0, 3).Select(day => zone.ResolveLocal(first.PlusDays(day), resolver).ToDateTimeOffset()).ToArray();

        var next = expected[0].AddTicks(-1);
        foreach (var instant in expected.Distinct())
        {
            var found = plan.Next(next)!;
            Assert.True(found.Instant > next, $"{zone.Id} {wall}");
            Assert.True(found.Instant == instant, $"{zone.Id} {wall}: {found.Instant:O}, not {instant:O}");
            next = found.Instant;
        }
    }
}
