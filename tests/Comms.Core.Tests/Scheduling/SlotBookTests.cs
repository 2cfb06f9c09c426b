using Comms.Core.Calendars;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Calendars;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class SlotBookTests
{
    private const string London = "Europe/London";
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateTimeOffset Midnight = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static Gen<SlotGrid> Grids { get; } = Gen.Select(Gen.Int[0, 1439].Array[1, 4], Gen.Int[1, 127]).Select((times, days) => new SlotGrid
    {
        Times = [.. times.Select(time => TimeOnly.MinValue.AddMinutes(time))],
        Days = [.. Enum.GetValues<DayOfWeek>().Where(day => (days >> (int)day & 1) != 0)],
    });

    [Fact]
    public void The_next_slot_is_the_first_free_one_that_a_plain_search_finds() =>
        Gen.Select(Grids, ZonesTests.Hard, Gen.Int[0, 2000], Gen.Int[0, 90], Gen.Int[0, 60_000].Array[0, 30], Gen.Int[0, 60_000])
            .Sample((grid, zone, offset, apart, taken, after) =>
            {
                var first = new DateOnly(2024, 1, 1).AddDays(offset);
                var start = Zones.Resolve(first.ToDateTime(TimeOnly.MinValue), zone, GapPolicy.GapEnd).Instant;
                var book = new SlotBook(grid, zone, first, TimeSpan.FromMinutes(apart));
                var plan = taken.Select(minutes => start.AddMinutes(minutes)).ToArray();
                Array.ForEach(plan, book.Take);

                var expected = Plain(grid, zone, first).First(slot => slot > start.AddMinutes(after)
                    && plan.All(at => (at - slot).Duration() is var far && far > TimeSpan.Zero && far >= TimeSpan.FromMinutes(apart)));

                Assert.Equal(expected, book.Next(start.AddMinutes(after))!.Value.Instant);
            }, iter: 300);

    [Fact]
    public void What_is_given_back_is_free_again() =>
        Gen.Select(Gen.Int[0, 20_000].Array[1, 50], Gen.Int[0, 20_000]).Sample((taken, after) =>
        {
            var book = new SlotBook(new SlotGrid(), London, Monday, TimeSpan.FromMinutes(30));
            var untouched = book.Next(Midnight.AddMinutes(after));
            Array.ForEach(taken, minutes => book.Take(Midnight.AddMinutes(minutes)));
            Array.ForEach(taken, minutes => book.Free(Midnight.AddMinutes(minutes)));

            Assert.Equal(untouched, book.Next(Midnight.AddMinutes(after)));
        }, iter: 200);

    [Fact]
    public void A_hundred_thousand_taken_slots_are_passed_over_without_allocating()
    {
        var grid = new SlotGrid { Times = [.. Enumerable.Range(0, 1440).Select(minute => TimeOnly.MinValue.AddMinutes(minute))] };
        var book = new SlotBook(grid, London, Monday);
        var end = Midnight;
        for (var slot = book.Next(Midnight.AddTicks(-1)); slot!.Value.Instant < Midnight.AddDays(70); slot = book.Next(end))
        {
            end = slot.Value.Instant;
            book.Take(end);
        }

        Assert.Equal(end.AddMinutes(1), book.Next(Midnight)!.Value.Instant);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var look = 0; look < 100; look++)
        {
            book.Next(Midnight.AddMinutes(look));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Quiet_hours_have_no_slots_and_may_pass_midnight()
    {
        var grid = new SlotGrid { Times = [new(6, 59), new(7, 0), new(21, 59), new(22, 0)] };
        var book = new SlotBook(grid, London, Monday, quiet: new QuietHours(new(22, 0), new(7, 0)));

        Assert.Equal(Midnight.AddHours(7), book.Next(Midnight)!.Value.Instant);
        Assert.Equal(Midnight.AddHours(31), book.Next(Midnight.AddHours(22))!.Value.Instant);
    }

    [Fact]
    public void A_grid_without_slots_is_the_caller_s_mistake() =>
        Assert.Throws<ArgumentException>(() => new SlotBook(new SlotGrid(), London, Monday, quiet: new QuietHours(new(9, 0), new(17, 1))));

    [Fact]
    public void What_is_wrong_with_a_book_is_said_by_name()
    {
        Assert.Equal("grid", Assert.Throws<ArgumentNullException>(() => new SlotBook(null!, London, Monday)).ParamName);
        Assert.Equal("apart", Assert.Throws<ArgumentOutOfRangeException>(() => new SlotBook(new SlotGrid(), London, Monday, TimeSpan.FromTicks(-1))).ParamName);
        Assert.StartsWith("grid.Times is empty", Assert.Throws<ArgumentException>(() => new SlotBook(new SlotGrid { Times = [] }, London, Monday)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_exactly_as_far_as_posts_stay_apart_is_free()
    {
        var book = new SlotBook(new SlotGrid { Times = [new(9, 0), new(9, 30), new(10, 0)] }, London, Monday, TimeSpan.FromMinutes(30));
        book.Take(Midnight.AddHours(9));

        Assert.Equal(Midnight.AddHours(9.5), book.Next(Midnight)!.Value.Instant);
        book.Take(Midnight.AddHours(9.5).AddTicks(1));
        Assert.Equal(Midnight.AddHours(33), book.Next(Midnight)!.Value.Instant);
    }

    [Fact]
    public void A_slot_that_was_taken_twice_is_free_when_it_was_given_back_twice_and_never_owed()
    {
        var book = new SlotBook(new SlotGrid { Times = [new(9, 0)] }, London, Monday);
        var nine = Midnight.AddHours(9);
        book.Free(nine);
        book.Take(nine);
        Assert.Equal(nine.AddDays(1), book.Next(Midnight)!.Value.Instant);
        book.Take(nine);
        book.Free(nine);
        Assert.Equal(nine.AddDays(1), book.Next(Midnight)!.Value.Instant);
        book.Free(nine);
        Assert.Equal(nine, book.Next(Midnight)!.Value.Instant);
    }

    [Fact]
    public void Days_before_the_first_have_no_slots_and_the_first_day_has()
    {
        var book = new SlotBook(new SlotGrid { Times = [new(0, 0)] }, London, Monday);

        Assert.Equal(Midnight, book.Next(Midnight.AddDays(-400))!.Value.Instant);
        Assert.Equal(Midnight.AddDays(1), book.Next(Midnight)!.Value.Instant);
    }

    [Fact]
    public void Where_the_clocks_go_back_a_post_of_the_second_time_is_as_near_as_it_is()
    {
        var autumn = new DateOnly(2026, 10, 25);
        var book = new SlotBook(new SlotGrid { Times = [new(1, 30), new(2, 15)] }, London, autumn, TimeSpan.FromMinutes(50));
        book.Take(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), book.Next(new DateTimeOffset(2026, 10, 24, 23, 0, 0, TimeSpan.Zero))!.Value.Instant);
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero), book.Next(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero))!.Value.Instant);
    }

    [Fact]
    public void A_book_reaches_two_hundred_years_and_no_further()
    {
        var book = new SlotBook(new SlotGrid { Times = [new(9, 0)] }, "Etc/UTC", Monday);
        var last = Midnight.AddDays(73_000 - 1).AddHours(9);

        Assert.Equal(last, book.Next(last.AddTicks(-1))!.Value.Instant);
        Assert.Null(book.Next(last));
        book.Take(last.AddDays(1));
        Assert.Equal(Midnight.AddHours(9), new SlotBook(new SlotGrid { Times = [new(9, 0)] }, "Etc/UTC", Monday, TimeSpan.FromDays(1)).Next(DateTimeOffset.MinValue.AddDays(2))!.Value.Instant);
    }

    [Fact]
    public void An_instant_at_the_very_beginning_of_time_takes_nothing()
    {
        var book = new SlotBook(new SlotGrid { Times = [new(9, 0)] }, "Etc/UTC", DateOnly.MinValue, TimeSpan.FromDays(1));
        book.Take(DateTimeOffset.MinValue);

        Assert.Equal(DateTimeOffset.MinValue.AddDays(1).AddHours(9), book.Next(DateTimeOffset.MinValue)!.Value.Instant);
    }

    [Fact]
    public void A_day_after_the_calendar_ends_has_no_slot() =>
        Assert.Null(new SlotBook(new SlotGrid(), London, Monday).Next(DateTimeOffset.MaxValue.AddDays(-2)));

    private static IEnumerable<DateTimeOffset> Plain(SlotGrid grid, string zone, DateOnly first) =>
        Enumerable.Range(0, 400).Select(day => first.AddDays(day)).Where(day => grid.Days.Contains(day.DayOfWeek))
            .SelectMany(day => grid.Times.Order().Select(time => Zones.Resolve(day.ToDateTime(time), zone, GapPolicy.GapEnd).Instant)).Order();
}
