using Comms.Core.Calendars;
using Xunit;

namespace Comms.Core.Tests.Calendars;

public sealed class WorkingDaysTests
{
    private static readonly BankHolidays Holidays = BankHolidays.Shipped;

    [Theory]
    [InlineData("2026-11-21", "2026-12-21")]
    [InlineData("2026-12-11", "2027-01-14")]
    public void Twenty_days_of_the_whole_kingdom(string received, string due) =>
        Assert.Equal(Day(due), WorkingDays.OfWholeKingdom(Holidays).After(Day(received), 20));

    [Fact]
    public void A_holiday_of_another_nation_is_a_working_day() =>
        Assert.True(WorkingDays.Of(Holidays, "england").Includes(Day("2026-01-02")));

    [Fact]
    public void A_holiday_of_any_nation_is_free_in_the_whole_kingdom() =>
        Assert.False(WorkingDays.OfWholeKingdom(Holidays).Includes(Day("2026-01-02")));

    [Fact]
    public void Nothing_after_is_the_day_itself() =>
        Assert.Equal(Day("2026-11-21"), WorkingDays.Of(Holidays, "wales").After(Day("2026-11-21"), 0));

    [Fact]
    public void Years_outside_the_data_are_not_covered() =>
        Assert.False(WorkingDays.Of(Holidays, "england").Cover(Day("2026-12-01"), Day("2099-01-01")));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
