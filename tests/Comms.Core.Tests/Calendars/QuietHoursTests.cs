using Comms.Core.Calendars;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Calendars;

public class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-23T23:30:00Z", "2026-11-24T07:00:00Z")]
    [InlineData("2026-11-23T06:30:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-07-01T21:30:00Z", "2026-07-02T06:00:00Z")]
    public void What_falls_into_them_waits_for_their_end(string at, string then) =>
        Assert.Equal(At(then), new QuietHours(new(22, 0), new(7, 0)).OnOrAfter(At(at), "Europe/London"));

    [Fact]
    public void Their_end_is_never_earlier_nor_quiet_unless_the_clocks_skip_it() =>
        Gen.Select(ZonesTests.Hard, Gen.Int[0, 10_000_000], Gen.Int[0, 1439], Gen.Int[0, 1439]).Sample((zone, minutes, from, to) =>
        {
            var quiet = new QuietHours(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(to));
            var at = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var then = quiet.OnOrAfter(at, zone);

            Assert.True(then >= at);
            Assert.True(quiet.OnOrAfter(then, zone) == then || then - at < TimeSpan.FromHours(49));
        }, iter: 500);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
