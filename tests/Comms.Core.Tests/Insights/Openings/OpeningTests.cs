using Comms.Core.Channels;
using Comms.Core.Documents;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Openings;
using Comms.Core.Insights.Reporting;
using Comms.Core.Triage;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Insights.Openings;

public class OpeningTests
{
    private const string Page = "page";
    private const string Pals = "pals";

    private static readonly DateOnly Opened = new(2026, 9, 2);

    private static readonly OpeningRequest Request = new()
    {
        Sources = [Page],
        Opened = Opened,
        LastDay = Opened.AddDays((7 * 12) - 1),
        Zone = "Europe/London",
        Doors = [Pals],
    };

    [Fact]
    public async Task A_busy_start_that_slows_is_told_with_both_rates_and_their_range()
    {
        var report = await ReadAsync(Weeks([60, 55, 48, 41, 30, 22, 16, 15, 12, 11, 13, 12], complaint: true, Page));
        Assert.Equal((51.0, 12.0, ChangeDirection.Less), (report.Complaints!.Before, report.Complaints.After, report.Complaints.Direction));
        Assert.InRange(12 / 51.0, report.Complaints.LowestRatio, report.Complaints.HighestRatio);
        Assert.Equal((12, 60L, Opened), (report.Weeks.Count, report.Weeks[0].Complaints, report.Weeks[0].Span.First));
        Assert.Contains("Yes: 51 complaints a week in the first 4 weeks, 12 in the latest 4", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_does_not_slow_is_not_said_to()
    {
        Assert.Equal(ChangeDirection.Unclear, (await ReadAsync(Weeks([30, 28, 33, 29, 31, 30, 30, 30, 29, 31, 28, 30], complaint: true, Page))).Complaints!.Direction);
        Assert.Equal(ChangeDirection.More, (await ReadAsync(Weeks([10, 12, 11, 9, 31, 30, 30, 30, 39, 41, 38, 40], complaint: true, Page))).Complaints!.Direction);
    }

    [Fact]
    public async Task One_event_with_many_complaints_is_no_slowing_when_it_is_over() => Assert.Equal(
        ChangeDirection.Unclear, (await ReadAsync(Weeks([8, 60, 7, 9, 8, 8, 8, 8, 9, 8, 10, 8], complaint: true, Page))).Complaints!.Direction);

    [Fact]
    public async Task People_find_the_right_door_when_fewer_have_to_be_shown_another_and_more_complaints_come_by_their_own()
    {
        var report = await ReadAsync(
            Weeks([40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40], complaint: false, Page)
                .Concat(Weeks([30, 30, 30, 30, 20, 20, 20, 20, 8, 8, 8, 8], complaint: true, Page, signposted: true))
                .Concat(Weeks([10, 10, 10, 10, 20, 20, 20, 20, 35, 35, 35, 35], complaint: true, Pals)));
        Assert.Equal((new Proportion(120, 280), new Proportion(32, 192), ChangeDirection.Less), (report.Signposted!.Before, report.Signposted.After, report.Signposted.Direction));
        Assert.Equal((new Proportion(40, 160), new Proportion(140, 172), ChangeDirection.More), (report.ByTheirDoor!.Before, report.ByTheirDoor.After, report.ByTheirDoor.Direction));
        Assert.Contains("More than at first: first 42.9%, lately 16.7% of what came by this channel had to be shown another door.", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_twice_the_weeks_have_passed_nothing_is_concluded()
    {
        var report = await ReadAsync(Weeks([60, 55, 48, 41, 30, 22, 16], complaint: true, Page), Request with { LastDay = Opened.AddDays((7 * 8) - 2) });
        Assert.Equal((7, false, null), (report.Weeks.Count, report.CanTell, report.Complaints));
        Assert.Contains("It takes 8 whole weeks to hold the latest 4 against the first 4; 7 have passed.", Text(report), StringComparison.Ordinal);
        Assert.Empty((await ReadAsync([], Request with { LastDay = Opened })).Weeks);
    }

    [Fact]
    public async Task Without_doors_nothing_is_said_of_them() => Assert.Null((await ReadAsync(Weeks([9, 9, 9, 9, 9, 9, 9, 9], complaint: true, Page), Request with { Doors = [] })).ByTheirDoor);

    [Fact]
    public void No_small_number_is_told_nor_given_away_by_the_sums() => Gen.Int[0, 12].Array[12].Select(Gen.Int[0, 12].Array[12]).Sample((complaints, others) =>
    {
        var survey = new OpeningSurvey(Request);
        foreach (var message in Weeks(complaints, complaint: true, Page).Concat(Weeks(others, complaint: false, Page)))
        {
            survey.Add(message);
        }

        var report = survey.Make();
        Assert.DoesNotContain(report.Weeks, week => week.Complaints is > 0 and < 5 || week.Others is > 0 and < 5);
        Told(report.Weeks.Take(4), report.Complaints?.Before);
        Told(report.Weeks.TakeLast(4), report.Complaints?.After);

        static void Told(IEnumerable<OpeningWeek> weeks, double? rate) =>
            Assert.False(rate is not null && weeks.Count(week => week.Complaints is null) == 1, "One week is hidden and the sum of the four is told.");
    });

    [Fact]
    public async Task The_share_by_their_door_is_not_told_where_it_would_tell_of_a_few_who_came_by_neither()
    {
        int[] many = [20, 20, 20, 20, 20, 20, 20, 20];
        var request = Request with { LastDay = Opened.AddDays((7 * 8) - 1) };
        var both = Weeks(many, complaint: true, Page).Concat(Weeks(many, complaint: true, Pals)).ToList();
        Assert.NotNull((await ReadAsync(both, request)).ByTheirDoor);
        Assert.Null((await ReadAsync(both.Concat(Weeks([2, 0, 0, 0, 0, 0, 0, 0], complaint: true, "letters")), request)).ByTheirDoor);
    }

    [Fact]
    public async Task How_hidden_weeks_differ_shows_in_no_figure()
    {
        var one = (await ReadAsync(Weeks([1, 4, 30, 30, 9, 9, 9, 9, 9, 9, 9, 9], complaint: true, Page))).Complaints;
        var other = (await ReadAsync(Weeks([3, 2, 30, 30, 9, 9, 9, 9, 9, 9, 9, 9], complaint: true, Page))).Complaints;
        Assert.NotNull(one);
        Assert.Equal(one, other);
    }

    [Theory]
    [InlineData(1, "Europe/London")]
    [InlineData(4, "Europe/Nowhere")]
    public async Task A_request_that_cannot_be_is_refused(int weeks, string zone) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => ReadAsync([], Request with { Weeks = weeks, Zone = zone }));

    private static Task<OpeningReport> ReadAsync(IEnumerable<TriagedMessage> messages, OpeningRequest? request = null) =>
        Insights.Told.DeskOf(messages).OpeningAsync(request ?? Request, TestContext.Current.CancellationToken).AsTask();

    private static string Text(OpeningReport report) => DocumentRenderer.Render(OpeningPage.ToDocument(report), DocumentFormat.PlainText);

    private static IEnumerable<TriagedMessage> Weeks(IReadOnlyList<int> counts, bool complaint, string source, bool signposted = false) =>
        counts.SelectMany((count, week) => Enumerable.Range(0, count).Select(at => new TriagedMessage(
            $"{source}-{complaint}-{week}-{at}", source, new DateTimeOffset(Opened.AddDays((7 * week) + (at % 7)), new TimeOnly(12, 0), TimeSpan.Zero), "words",
            author: null, Act.Mention, inReplyTo: null, url: null, service: null, place: null,
            new TriageFindings
            {
                Sentiment = new Sentiment("negative", 0, 0, 0),
                Kinds = complaint ? [new Label("complaint", 0.9f)] : [],
                Routes = [new Route("estates", ["a rule"])],
                Signposts = signposted ? [new Signpost("pals", Account: null, "Please write to PALS.", ["a rule"])] : [],
            })));
}
