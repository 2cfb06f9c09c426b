using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class SchedulingRulesTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero);
    private static readonly Actor Publisher = new("publisher", ["publisher"]);

    [Fact]
    public void Quiet_hours_refuse_a_time_and_safety_passes()
    {
        var scheduler = With(new SchedulingRules { Quiet = new QuietHours(new(22, 0), new(7, 0)) });
        var night = new ScheduleRequest { Local = new DateTime(2026, 11, 27, 23, 0, 0) };

        Assert.Contains("quiet hours", Refused(scheduler, night), StringComparison.Ordinal);
        Scheduled(scheduler, night with { Purpose = PostPurpose.Safety });
        Scheduled(scheduler, night with { Crisis = true });
    }

    [Fact]
    public void Two_posts_of_an_account_stay_apart_and_slots_do_too()
    {
        var scheduler = With(new SchedulingRules { LeastApart = TimeSpan.FromMinutes(30) });
        var request = new ScheduleRequest { Plan = [new PlannedPost { Account = "a", At = Friday.AddHours(3).AddMinutes(10) }] };

        Assert.Contains("less than 30 minutes", Refused(scheduler, request with { Instant = Friday.AddHours(3) }), StringComparison.Ordinal);
        Assert.Equal(Friday.Date.AddDays(1).AddHours(9), Scheduled(scheduler, request).When.Local);
        Scheduled(scheduler, request with { Instant = Friday.AddHours(3), Plan = [new PlannedPost { Account = "b", At = Friday.AddHours(3) }] });
    }

    [Fact]
    public void Nearly_the_same_words_wait_for_the_window_to_pass()
    {
        var scheduler = With(new SchedulingRules { NoRepeatWithin = TimeSpan.FromDays(7) });
        var request = new ScheduleRequest { Plan = [new PlannedPost { Account = "a", At = Friday.AddDays(-1), Text = "The FLU clinic opens at nine on Monday!" }] };

        Assert.Contains("nearly the same", Refused(scheduler, request with { Instant = Friday.AddDays(1) }), StringComparison.Ordinal);
        Scheduled(scheduler, request with { Instant = Friday.AddDays(7) });
        Scheduled(scheduler, request with { Instant = Friday.AddDays(1), Plan = [new PlannedPost { Account = "a", At = Friday, Text = "Parking is free today" }] });
    }

    [Fact]
    public void An_account_s_own_slots_and_working_days_are_kept()
    {
        var rules = new SchedulingRules
        {
            Slots = new Dictionary<string, SlotGrid> { ["a"] = new() { Times = [new(8, 15)], Days = [DayOfWeek.Friday, DayOfWeek.Saturday] } },
            WorkingDaysOnly = true,
        };

        Assert.Equal(new DateTime(2026, 12, 4, 8, 15, 0), Scheduled(With(rules), new ScheduleRequest()).When.Local);
        Assert.Equal(new DateTime(2027, 1, 8, 8, 15, 0), Scheduled(With(rules), new ScheduleRequest { Embargo = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero), }).When.Local);
    }

    [Fact]
    public void A_post_that_a_period_holds_has_its_time_and_waits_for_a_person()
    {
        var scheduler = With(new SchedulingRules());
        var polling = new ScheduleRequest { Local = new DateTime(2027, 5, 6, 9, 0, 0), Purpose = PostPurpose.Announcement };

        Assert.Contains("england-local-2027", Scheduled(scheduler, polling).HeldBy, StringComparison.Ordinal);
        Assert.Null(Scheduled(scheduler, polling with { Purpose = PostPurpose.Safety }).HeldBy);
        Assert.Contains("exempt", Scheduled(scheduler, polling with { Purpose = PostPurpose.Safety }).Exemption, StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_slot_is_looked_for_outside_of_such_a_period() =>
        Assert.Equal(new DateTime(2027, 5, 7, 9, 0, 0), Scheduled(With(new SchedulingRules()), new ScheduleRequest
        {
            Embargo = new DateTimeOffset(2027, 4, 20, 0, 0, 0, TimeSpan.Zero),
            Purpose = PostPurpose.Evergreen,
        }).When.Local);

    [Fact]
    public void Weekend_and_next_week_on_Friday_are_one_call()
    {
        var posts = Enumerable.Range(0, 9).Select(at => Post($"p{at}")).ToArray();

        var times = With(new SchedulingRules()).ScheduleWeekAhead(posts, new ScheduleRequest(), Publisher)
            .Select(result => Assert.IsType<ScheduleResult.Scheduled>(result).Post.When.Local).ToArray();

        Assert.Equal(times, times.Order().Distinct());
        Assert.All(times, time => Assert.InRange(time, new DateTime(2026, 11, 28), new DateTime(2026, 12, 7)));
        Assert.Equal(9, times.Select(time => time.Date).Distinct().Count());
    }

    [Fact]
    public void What_finds_no_slot_next_week_is_refused_and_the_others_go()
    {
        var scheduler = With(new SchedulingRules { Slots = new Dictionary<string, SlotGrid> { ["a"] = new() { Times = [new(9, 0)], Days = [DayOfWeek.Monday] } } });

        var results = scheduler.ScheduleWeekAhead([Post("one"), Post("two")], new ScheduleRequest(), Publisher);

        Assert.IsType<ScheduleResult.Scheduled>(results[0]);
        Assert.Contains("Saturday", Assert.Single(Assert.IsType<ScheduleResult.Refused>(results[1]).Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_comes_again_has_a_name_for_each_time()
    {
        var weekly = new Recurrence { First = new DateOnly(2026, 11, 27), Time = new TimeOnly(9, 0), Zone = "Europe/London" };

        var posts = With(new SchedulingRules()).ScheduleAgain(Post("id"), weekly, Friday.AddDays(22), new ScheduleRequest(), Publisher)
            .Select(result => Assert.IsType<ScheduleResult.Scheduled>(result).Post).ToArray();

        Assert.Equal(["id@20261204T0900", "id@20261211T0900", "id@20261218T0900"], posts.Select(post => post.Id));
        Assert.All(posts, post => Assert.False(post.When.IsInstant));
    }

    [Fact]
    public void Every_fault_of_the_rules_is_named_when_the_engine_is_built()
    {
        var fault = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => new CommsBuilder().Configure(options => options with
        {
            Scheduling = new SchedulingRules
            {
                Quiet = new QuietHours(new(0, 0), new(23, 59)),
                LeastApart = TimeSpan.FromDays(2),
                NoRepeatWithin = TimeSpan.FromDays(-1),
                Slots = new Dictionary<string, SlotGrid> { ["a"] = new() { Days = [] } },
                Periods = [new() { Id = "p", Name = "p", From = new(2027, 5, 6), To = new(2027, 5, 5), Source = "s" }],
            },
        }).Build());

        Assert.Equal(
            [
                "Slots.Times lie in the quiet hours, all of them", "Scheduling.Slots[a].Times lie in the quiet hours, all of them", "Scheduling.Slots[a].Days is empty",
                "Scheduling.LeastApart lies from zero to a day", "Scheduling.NoRepeatWithin lies from zero to 366 days", "Scheduling.Periods: p ends before it begins",
            ],
            fault.Failures);
        Assert.Equal(["s.Times is empty"], new SlotGrid { Times = [] }.Faults("s", quiet: null));
    }

    [Fact]
    public void The_ends_of_what_rules_allow_are_allowed()
    {
        SchedulingRules[] allowed =
        [
            new() { LeastApart = TimeSpan.Zero }, new() { LeastApart = TimeSpan.FromDays(1) }, new() { NoRepeatWithin = TimeSpan.FromDays(366) },
            new() { Periods = [new() { Id = "p", Name = "p", From = new(2027, 5, 6), To = new(2027, 5, 6), Source = "s" }] },
        ];

        Assert.All(allowed, rules => Assert.Empty(rules.Faults()));
        Assert.Single(new SchedulingRules { LeastApart = TimeSpan.FromTicks(-1) }.Faults());
        Assert.Single(new SchedulingRules { LeastApart = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }.Faults());
        Assert.Single(new SchedulingRules { NoRepeatWithin = TimeSpan.FromDays(366) + TimeSpan.FromTicks(1) }.Faults());
    }

    [Fact]
    public void What_is_exactly_far_enough_is_far_enough()
    {
        var apart = With(new SchedulingRules { LeastApart = TimeSpan.FromMinutes(30) });
        ScheduleRequest Beside(TimeSpan away) => new() { Instant = Friday.AddHours(3), Plan = [new PlannedPost { Account = "a", At = Friday.AddHours(3) - away }] };
        Scheduled(apart, Beside(TimeSpan.FromMinutes(30)));
        Assert.Equal("a: it is less than 30 minutes from the post of 2026-11-27 16:30 +00:00", Refused(apart, Beside(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1))));

        var rare = With(new SchedulingRules { NoRepeatWithin = TimeSpan.FromDays(7) });
        ScheduleRequest After(TimeSpan time, string text) => new() { Instant = Friday + time, Plan = [new PlannedPost { Account = "a", At = Friday, Text = text }] };
        const string Same = "The flu clinic opens at nine on Monday.";
        Assert.Equal("a: it says nearly the same as the post of 2026-11-27 14:00 +00:00", Refused(rare, After(TimeSpan.FromDays(7), Same)));
        Scheduled(rare, After(TimeSpan.FromDays(7) + TimeSpan.FromTicks(1), Same));
        Scheduled(rare, After(TimeSpan.FromDays(1), ""));
        Scheduled(With(new SchedulingRules()), After(TimeSpan.Zero, Same));
    }

    [Theory]
    [InlineData("2026-11-27T14:00:00Z", "2026-11-28T00:00:00Z", "2026-12-07T00:00:00Z")]
    [InlineData("2026-11-28T14:00:00Z", "2026-11-28T14:00:00Z", "2026-12-07T00:00:00Z")]
    [InlineData("2026-11-29T14:00:00Z", "2026-12-05T00:00:00Z", "2026-12-14T00:00:00Z")]
    public void The_week_ahead_is_from_Saturday_to_the_Sunday_after(string now, string first, string end)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (from, to) = WeekAhead.After(DateTimeOffset.Parse(now, culture), "Europe/London");

        Assert.Equal(DateTimeOffset.Parse(end, culture), to);
        Assert.Equal(DateTimeOffset.Parse(first, culture), now == first ? from : from.AddTicks(1));
    }

    [Fact]
    public void The_first_slot_of_the_stretch_counts_and_the_first_after_it_does_not()
    {
        var midnight = With(new SchedulingRules { Slots = new Dictionary<string, SlotGrid> { ["a"] = new() { Times = [new(0, 0)], Days = [DayOfWeek.Saturday, DayOfWeek.Monday] } } });

        var results = midnight.ScheduleWeekAhead([.. Enumerable.Range(0, 4).Select(at => Post($"p{at}"))], new ScheduleRequest(), Publisher);

        Assert.Equal(
            [new DateTime(2026, 11, 28), new DateTime(2026, 11, 30), new DateTime(2026, 12, 5)],
            results.OfType<ScheduleResult.Scheduled>().Select(result => result.Post.When.Local).Order());
        Assert.Equal(["no slot is free from Saturday to the Sunday after"], Assert.Single(results.OfType<ScheduleResult.Refused>()).Reasons);
    }

    private static Scheduler With(SchedulingRules rules) => new(
        new RoleAuthorizer(), new FakeTimeProvider(Friday), new TeamTimes("Europe/London", "england", new SlotGrid(), rules));

    private static ApprovedPost Post(string id) => new(
        id, "author", "approver", Friday, "en", [new Rendition { Account = "a", Text = "The flu clinic opens at nine on Monday." }],
        new Dictionary<string, string> { ["a"] = "1" });

    private static ScheduledPost Scheduled(Scheduler scheduler, ScheduleRequest request) =>
        Assert.IsType<ScheduleResult.Scheduled>(scheduler.Schedule(Post("id"), request, Publisher)).Post;

    private static string Refused(Scheduler scheduler, ScheduleRequest request) =>
        Assert.Single(Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(Post("id"), request, Publisher)).Reasons);
}
