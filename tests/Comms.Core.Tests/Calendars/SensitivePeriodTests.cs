using Comms.Core.Calendars;
using Xunit;

namespace Comms.Core.Tests.Calendars;

public class SensitivePeriodTests
{
    private static readonly DateTimeOffset Polling = new(2027, 5, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly SensitivePeriods England = new(PreElectionPeriods.Shipped, ["england"], "Europe/London");

    [Theory]
    [InlineData(PostPurpose.Announcement, true)]
    [InlineData(PostPurpose.Evergreen, true)]
    [InlineData(PostPurpose.PoliticianRepost, true)]
    [InlineData(PostPurpose.Ordinary, false)]
    [InlineData(PostPurpose.Safety, false)]
    public void Before_an_election_some_wait_for_a_person(PostPurpose purpose, bool held) =>
        Assert.Equal(held, England.Judge(purpose, Polling).HeldBy is not null);

    [Fact]
    public void A_safety_message_is_exempt_and_says_from_what() =>
        Assert.Contains("england-local-2027", England.Judge(PostPurpose.Safety, Polling).Exemption, StringComparison.Ordinal);

    [Fact]
    public void In_mourning_all_but_safety_waits()
    {
        var mourning = new SensitivePeriods(
            [new() { Id = "m", Sensitivity = Sensitivity.Mourning, Name = "a death", From = new(2026, 11, 23), To = new(2026, 11, 25), Source = "the chief executive" }],
            [], "Europe/London");
        var inside = new DateTimeOffset(2026, 11, 25, 23, 59, 0, TimeSpan.Zero);

        Assert.Contains("the chief executive", mourning.Judge(PostPurpose.Ordinary, inside).HeldBy, StringComparison.Ordinal);
        Assert.Null(mourning.Judge(PostPurpose.Safety, inside).HeldBy);
        Assert.Equal(default, mourning.Judge(PostPurpose.Ordinary, inside.AddMinutes(1)));
    }

    [Fact]
    public void A_period_of_another_area_asks_nothing()
    {
        Assert.Equal(default, England.Judge(PostPurpose.Announcement, new DateTimeOffset(2027, 4, 1, 9, 0, 0, TimeSpan.Zero)));
        Assert.NotNull(new SensitivePeriods(PreElectionPeriods.Shipped, ["england-councils"], "Europe/London")
            .Judge(PostPurpose.Announcement, new DateTimeOffset(2027, 4, 1, 9, 0, 0, TimeSpan.Zero)).HeldBy);
    }

    [Fact]
    public void Days_are_of_the_team_s_zone_and_end_with_polling_day()
    {
        var lastMinute = new DateTimeOffset(2027, 5, 6, 22, 59, 0, TimeSpan.Zero);

        Assert.NotNull(England.Judge(PostPurpose.Announcement, lastMinute).HeldBy);
        Assert.Null(England.Judge(PostPurpose.Announcement, lastMinute.AddMinutes(1)).HeldBy);
    }

    [Fact]
    public void The_notice_of_a_council_s_election_is_25_working_days_before_the_poll() =>
        Assert.All(PreElectionPeriods.Shipped.Where(period => period.Area == "england-councils"), period =>
            Assert.Equal(period.To, WorkingDays.Of(BankHolidays.Shipped, "england").After(period.From, 25)));

    [Fact]
    public void Every_shipped_period_has_dates_in_order_and_a_source() =>
        Assert.All(PreElectionPeriods.Shipped, period => Assert.True(period.From < period.To && period.Source.StartsWith("https://", StringComparison.Ordinal)));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"version":1,"periods":[{"id":"x","name":"x","from":"2027-05-06","to":"2027-05-05","source":"x"}]}""")]
    public void Data_that_cannot_be_right_is_refused(string json) =>
        Assert.Throws<CommsException>(() => PreElectionPeriods.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))));
}
