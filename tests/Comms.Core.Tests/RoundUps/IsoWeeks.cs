using Comms.Core.RoundUps;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.RoundUps;

public class IsoWeeks
{
    [Theory]
    [InlineData("2026-W47", 2026, 11, 16)]
    [InlineData("2026-W01", 2025, 12, 29)]
    [InlineData("2026-W53", 2026, 12, 28)]
    public void A_week_begins_on_its_monday(string text, int year, int month, int day)
    {
        Assert.True(IsoWeek.TryParse(text, out var week));
        Assert.Equal(new DateOnly(year, month, day), week.Monday);
        Assert.Equal(text, week.ToString());
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-47")]
    [InlineData("2026-W7")]
    [InlineData("2026-W+7")]
    [InlineData("9999-W01")]
    [InlineData(null)]
    public void What_is_no_week_is_refused(string? text) => Assert.False(IsoWeek.TryParse(text, out _));

    [Fact]
    public void Every_day_is_in_its_week() => Gen.Int[366, 3_649_000].Sample(number =>
    {
        var day = DateOnly.FromDayNumber(number);
        var week = IsoWeek.Of(day);
        Assert.InRange(day.DayNumber - week.Monday.DayNumber, 0, 6);
        Assert.True(IsoWeek.TryParse(week.ToString(), out var read));
        Assert.Equal(week, read);
    });
}
