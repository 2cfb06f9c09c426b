using Comms.Core.Calendars;
using CsCheck;
using NodaTime;
using Xunit;

namespace Comms.Core.Tests.Calendars;

public class ZonesTests
{
    private static readonly string[] Names = ["Europe/London", "Europe/Dublin", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia"];

    /// <summary>Zones whose clocks do what most do not.</summary>
    internal static Gen<string> Hard { get; } = Gen.Int[0, Names.Length - 1].Select(at => Names[at]);

    [Theory]
    [InlineData("Europe/London", "2026-03-29T01:30:00", "2026-03-29T02:30:00+01:00", "2026-03-29T02:00:00+01:00")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30:00", "2026-03-29T02:30:00+01:00", "2026-03-29T02:00:00+01:00")]
    [InlineData("Africa/Casablanca", "2026-03-22T02:30:00", "2026-03-22T03:30:00+01:00", "2026-03-22T03:00:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-04T02:45:00+11:00", "2026-10-04T02:30:00+11:00")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-31T12:00:00+14:00", "2011-12-31T00:00:00+14:00")]
    public void A_time_that_the_clocks_skip_follows_the_policy(string zone, string local, string later, string gapEnd)
    {
        Assert.Equal(At(later), Zones.Resolve(Wall(local), zone).Instant);
        Assert.Equal(At(gapEnd), Zones.Resolve(Wall(local), zone, GapPolicy.GapEnd).Instant);
    }

    [Theory]
    [InlineData("Europe/Dublin", "2026-10-25T01:30:00", "2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30:00", "2026-02-15T02:30:00+01:00", "2026-02-15T02:30:00+00:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-05T01:45:00+11:00", "2026-04-05T01:45:00+10:30")]
    public void A_time_that_the_clocks_show_twice_follows_the_policy(string zone, string local, string first, string second)
    {
        Assert.Equal(At(first), Zones.Resolve(Wall(local), zone).Instant);
        Assert.Equal(At(second), Zones.Resolve(Wall(local), zone, overlap: OverlapPolicy.Second).Instant);
    }

    [Fact]
    public void A_planned_time_keeps_what_was_planned_and_how_it_was_resolved()
    {
        var planned = Zones.Resolve(new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc), "Europe/London");

        Assert.Equal(DateTimeKind.Unspecified, planned.Local.Kind);
        Assert.Equal((TimeSpan.FromHours(1), Zones.TzdbVersion), (planned.Instant.Offset, planned.TzdbVersion));
    }

    [Fact]
    public void Every_unambiguous_time_is_resolved_as_Noda_Time_does_and_comes_back() =>
        Gen.Select(Hard, Gen.Int[0, 30_000_000])
            .Sample((zone, minutes) =>
            {
                var local = new DateTime(1980, 1, 1).AddMinutes(minutes);
                var mapping = DateTimeZoneProviders.Tzdb[zone].MapLocal(LocalDateTime.FromDateTime(local));
                var resolved = Zones.Resolve(local, zone);
                if (mapping.Count > 0)
                {
                    Assert.Equal(mapping.First().ToDateTimeOffset(), resolved.Instant);
                    Assert.Equal(local, Zones.ToLocal(resolved.Instant, zone).DateTime);
                }
            });

    [Fact]
    public void A_zone_that_is_not_there_is_the_caller_s_mistake()
    {
        Assert.False(Zones.Exists("Europe/Loudon"));
        Assert.Throws<ArgumentException>(() => Zones.ToLocal(DateTimeOffset.UnixEpoch, "Europe/Loudon"));
    }

    private static DateTime Wall(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
