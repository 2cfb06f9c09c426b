using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using Comms.Core.Insights.Reading;
using Comms.Core.Ledger;
using Comms.Core.Triage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Insights;

public class InsightDesks
{
    private static readonly int[] Steady = [8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 11, 8, 10, 9, 11];

    [Fact]
    public async Task A_signal_names_its_rule_its_dates_and_its_messages()
    {
        var report = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", [.. Steady, 30], (id, day) => Told.Message(id, day)));
        var signal = report.Signals.First(each => each is { Series.Unit: null, Series.Subject.Name: "Parking", Signal.Rule: ControlRule.OutsideLimits });
        var period = Assert.Single(signal.Periods);
        Assert.True(signal.Signal.Rises);
        Assert.Equal(new InsightSpan(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22)), period.Span);
        Assert.Equal(30, period.Count);
        Assert.Equal(20, period.Messages.Count);
        Assert.All(period.Messages, id => Assert.StartsWith("p-16-", id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_steady_stream_says_nothing()
    {
        var report = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", Steady, (id, day) => Told.Message(id, day)));
        Assert.Empty(report.Signals);
        Assert.True(report.SaysWhatIsUsual);
        Assert.Equal(Steady.Select(count => (long?)count), report.Series.First(series => series.Unit is null).Counts);
    }

    [Fact]
    public async Task What_is_rare_is_counted_and_not_charted()
    {
        var report = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", [.. Steady.Select(_ => 1), 4], (id, day) => Told.Message(id, day)));
        Assert.All(report.Series, series => Assert.Empty(series.Charts));
        Assert.Equal(4, report.Series[0].Counts[^1]);
        Assert.Empty(report.Signals);
    }

    [Theory]
    [InlineData(InsightPeriod.Week, "2026-11-25", "2026-11-16", "2026-11-22")]
    [InlineData(InsightPeriod.Week, "2026-11-22", "2026-11-16", "2026-11-22")]
    [InlineData(InsightPeriod.Month, "2026-11-25", "2026-10-01", "2026-10-31")]
    [InlineData(InsightPeriod.Month, "2028-02-29", "2028-02-01", "2028-02-29")]
    [InlineData(InsightPeriod.Day, "2026-11-25", "2026-11-25", "2026-11-25")]
    public async Task Only_periods_that_have_ended_count(InsightPeriod period, string until, string first, string last)
    {
        var request = Told.Weekly with { Period = period, LastDay = Day(until), Periods = 3 };
        var report = await Told.ReadAsync(request, Told.Message("old", Day("2020-01-01")), Told.Message("at", Day(last)), Told.Message("after", Day(last).AddDays(1)));
        Assert.Equal(new InsightSpan(Day(first), Day(last)), report.Spans[^1]);
        Assert.Equal(1, report.Series[0].Counts[^1]);
    }

    [Fact]
    public async Task The_periods_before_listening_began_are_not_known_nor_the_one_in_whose_midst_it_began()
    {
        var whole = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", [3, 4, 5], (id, day) => Told.Message(id, day)));
        Assert.Equal([3L, 4, 5], whole.Series[0].Counts);
        var part = await Told.ReadAsync(Told.Weekly, Told.Weeks("p", [3, 4, 5], (id, day) => Told.Message(id, day.AddDays(2))));
        Assert.Equal([4L, 5], part.Series[0].Counts);
    }

    [Fact]
    public async Task A_day_is_the_day_of_the_zone()
    {
        var monday = new DateTimeOffset(2026, 7, 5, 23, 30, 0, TimeSpan.Zero);
        var heard = new RoundUps.Heard("late", "words") { Hours = (monday - RoundUps.Heard.Monday).TotalHours };
        var report = await Told.ReadAsync(Told.Weekly with { LastDay = new DateOnly(2026, 7, 12), Periods = 2 }, heard.Triaged());
        Assert.Equal(new DateOnly(2026, 7, 6), Assert.Single(report.Spans).First);
    }

    [Theory]
    [InlineData(InsightCut.Team, "estates,pals")]
    [InlineData(InsightCut.Service, "Ash Ward,not told")]
    [InlineData(InsightCut.Place, "Northbridge,not told")]
    public async Task Messages_are_told_apart_as_asked(InsightCut by, string units)
    {
        var report = await Told.ReadAsync(
            Told.Weekly with { By = by },
            Told.Message("a", Told.Sunday.AddDays(-6), service: "Ash Ward", place: "Northbridge"),
            Told.Message("b", Told.Sunday, team: "pals"));
        Assert.Equal(units.Split(','), report.Series.Select(series => series.Unit).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, report.Series[0].Counts[0]);
    }

    [Fact]
    public async Task A_team_sees_what_it_owns()
    {
        var report = await Told.ReadAsync(
            Told.Weekly with { Team = "pals" }, Told.Message("a", Told.Sunday.AddDays(-6)), Told.Message("b", Told.Sunday.AddDays(-6), team: "pals"));
        Assert.Equal(1, report.Series[0].Counts[0]);
    }

    [Fact]
    public async Task A_service_that_differs_by_more_than_chance_is_singled_out()
    {
        var report = await Told.ReadAsync(Told.Weekly with { By = InsightCut.Service }, Enumerable.Range(0, 5).SelectMany(service => Enumerable.Range(0, 100).Select(at =>
            Told.Message($"{service}-{at}", Told.Sunday.AddDays(-6), feeling: at < (service == 3 ? 70 : 30) ? "negative" : "neutral", service: $"Ward {service}"))));
        var plot = report.Funnels.Single(funnel => funnel.Subject.Kind == SubjectKind.Feeling).Plot;
        Assert.Equal(["Ward 3"], plot.Units.Where(unit => unit.Standing == FunnelStanding.FarAbove).Select(unit => unit.Name));
    }

    [Fact]
    public async Task A_small_count_is_in_no_part_of_the_report()
    {
        var messages = Told.Weeks("p", [.. Steady, 3], (id, day) => Told.Message(id, day, service: "Ash Ward"))
            .Concat(Told.Weeks("q", [.. Steady, 20], (id, day) => Told.Message(id, day, service: "Beech Ward")))
            .Concat(Told.Weeks("r", [.. Steady, 20], (id, day) => Told.Message(id, day, service: "Cedar Ward")));
        var report = await Told.ReadAsync(Told.Weekly with { By = InsightCut.Service, FewestShown = 5 }, messages);
        var ash = report.Series.First(series => series.Unit == "Ash Ward");
        Assert.Null(ash.Counts[^1]);
        Assert.All(ash.Charts, chart => Assert.Null(chart.Points[^1].Value));
        Assert.All(ash.Charts[0].Points, point => Assert.True(double.IsInteger(point.Centre!.Value) && double.IsInteger(point.Lower!.Value) && double.IsInteger(point.Upper!.Value)));
        Assert.All(
            report.Signals.Where(signal => signal.Series.Unit == "Ash Ward").SelectMany(signal => signal.Periods).Where(period => period.Span == report.Spans[^1]),
            period => Assert.True(period is { Count: null, Messages: [] }));
        Assert.Contains(report.Signals, signal => signal.Series.Unit == "Ash Ward" && !signal.Signal.Rises);
        Assert.True(report.Series.Count(series => series is { Unit: not null, Subject.Kind: SubjectKind.Messages } && series.Counts[^1] is null) > 1);
    }

    [Fact]
    public async Task What_is_beyond_the_most_is_counted_as_left_out()
    {
        var report = await Told.ReadAsync(
            Told.Weekly with { MostThemes = 1, MostUnits = 1, By = InsightCut.Team },
            Told.Message("a", Told.Sunday.AddDays(-6)), Told.Message("b", Told.Sunday, "Food", "pals"), Told.Message("c", Told.Sunday));
        Assert.Equal((1, 1), (report.ThemesLeftOut, report.UnitsLeftOut));
        Assert.DoesNotContain(report.Series, series => series.Unit == "pals" || series.Subject.Name == "Food");
    }

    [Fact]
    public async Task No_message_gives_an_empty_report()
    {
        var report = await Told.ReadAsync(Told.Weekly);
        Assert.Empty(report.Spans);
        Assert.Empty(report.Series);
        Assert.Empty(report.Funnels);
    }

    [Fact]
    public async Task A_request_that_makes_no_sense_is_refused_at_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Told.ReadAsync(Told.Weekly with { Zone = "Nowhere" }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Told.ReadAsync(Told.Weekly with { Periods = 1 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Told.ReadAsync(Told.Weekly with { Baseline = 3 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Told.ReadAsync(Told.Weekly with { FewestShown = 0 }));
    }

    [Fact]
    public async Task A_service_and_a_place_come_through_the_ledger()
    {
        var key = new RecordKey("triaged", "a");
        var ledger = new InMemoryLedger(new FakeTimeProvider());
        var content = Told.Message("a", Told.Sunday, service: "Ash Ward", place: "Northbridge").Seal();
        await ledger.CommitAsync(new LedgerBatch { Writes = [new LedgerWrite { Key = key, Expected = 0, Content = content }] }, TestContext.Current.CancellationToken);
        var back = TriagedMessage.Open((await ledger.FindAsync(key, TestContext.Current.CancellationToken))!);
        Assert.Equal(("Ash Ward", "Northbridge"), (back.Service, back.Place));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
