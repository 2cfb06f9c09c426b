using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class SchedulerTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Publisher = new("publisher", ["publisher"]);
    private static readonly ApprovedPost Post = new(
        "id", "author", "approver", Nine, "en", [new Rendition { Account = "a", Text = "x" }], new Dictionary<string, string> { ["a"] = "1" });

    private readonly Scheduler scheduler = new(new RoleAuthorizer(), new FakeTimeProvider(Nine), new TeamTimes("Europe/London", "england", new SlotGrid(), new SchedulingRules()));

    [Fact]
    public void A_wall_time_is_resolved_in_the_team_s_zone()
    {
        var post = Scheduled(new ScheduleRequest { Local = new DateTime(2027, 7, 1, 9, 0, 0) });

        Assert.Equal(new DateTimeOffset(2027, 7, 1, 8, 0, 0, TimeSpan.Zero), post.When.Instant);
        Assert.Equal((Post.Id, Post.Hash, "publisher"), (post.Id, post.ApprovedHash, post.ScheduledBy));
    }

    [Fact]
    public void Without_a_wish_it_takes_the_next_free_slot() =>
        Assert.Equal(Nine.AddHours(8), Scheduled(new ScheduleRequest { Plan = [new PlannedPost { Account = "a", At = Nine.AddHours(3.5) }] }).When.Instant);

    [Fact]
    public void A_slot_is_looked_for_after_the_embargo() =>
        Assert.Equal(Nine.AddDays(1), Scheduled(new ScheduleRequest { Embargo = Nine.AddHours(20) }).When.Instant);

    [Fact]
    public void Every_reason_for_refusal_is_named_at_once()
    {
        var request = new ScheduleRequest { Instant = Nine.AddMinutes(-1), Embargo = Nine };

        var refused = Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(Post, request, new Actor("approver", ["approver"])));

        Assert.Equal(
            ["approver may not publish", "2026-11-23 08:59 +00:00 has passed", "2026-11-23 08:59 +00:00 is before the embargo ends at 2026-11-23 09:00 +00:00"],
            refused.Reasons);
    }

    [Fact]
    public void This_very_moment_and_the_embargo_s_last_are_not_too_early()
    {
        Scheduled(new ScheduleRequest { Instant = Nine });
        Scheduled(new ScheduleRequest { Instant = Nine.AddHours(1), Embargo = Nine.AddHours(1) });
        Assert.Equal(Nine.AddDays(1), Scheduled(new ScheduleRequest { Embargo = Nine.AddDays(1) }).When.Instant);
        Assert.Equal(Nine.AddHours(3.5), Scheduled(new ScheduleRequest { Embargo = Nine }).When.Instant);
    }

    [Fact]
    public void An_embargo_that_was_approved_binds_whoever_schedules_and_a_crisis_too()
    {
        var post = Bound(new Rendition { Account = "a", Text = "x", NotBefore = Nine.AddHours(20), NotAfter = Nine.AddDays(2) });

        Assert.Equal(
            ["2026-11-23 10:00 +00:00 is before the embargo of the post ends at 2026-11-24 05:00 +00:00"],
            Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(post, new ScheduleRequest { Instant = Nine.AddHours(1), Crisis = true }, Publisher)).Reasons);
        Assert.Equal(
            ["the post is not to be sent any more from 2026-11-25 09:00 +00:00 on"],
            Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(post, new ScheduleRequest { Instant = Nine.AddDays(2) }, Publisher)).Reasons);
        Assert.Equal(Nine.AddHours(20), At(new ScheduleRequest { Instant = Nine.AddHours(20) }));
        Assert.Equal(Nine.AddDays(2).AddTicks(-1), At(new ScheduleRequest { Instant = Nine.AddDays(2).AddTicks(-1) }));
        Assert.Equal(Nine.AddDays(1), At(new ScheduleRequest()));
        Assert.Equal(Nine.AddDays(1).AddHours(3.5), At(new ScheduleRequest { Embargo = Nine.AddHours(25) }));

        DateTimeOffset At(ScheduleRequest request) => Assert.IsType<ScheduleResult.Scheduled>(scheduler.Schedule(post, request, Publisher)).Post.When.Instant;
    }

    [Fact]
    public void Where_no_slot_is_free_it_says_for_how_long_it_looked()
    {
        var full = Enumerable.Range(0, 367).SelectMany(day => new[] { 9, 12.5, 17 }.Select(hour => new PlannedPost { Account = "a", At = Nine.Date.AddDays(day).AddHours(hour) }));
        PlannedPost[] plan = [.. full.Select(planned => planned with { At = Zones.Resolve(planned.At.DateTime, "Europe/London").Instant })];

        Assert.Equal(["no slot is free within 366 days"], Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(Post, new ScheduleRequest { Plan = plan }, Publisher)).Reasons);
    }

    [Fact]
    public void A_slot_on_the_horizon_s_last_instant_is_found()
    {
        var slots = new SlotGrid { Times = [new(9, 0)] };
        var daily = new Scheduler(new RoleAuthorizer(), new FakeTimeProvider(Nine), new TeamTimes("Etc/UTC", "england", slots, new SchedulingRules { Periods = [] }));
        PlannedPost[] plan = [.. Enumerable.Range(1, 365).Select(day => new PlannedPost { Account = "a", At = Nine.AddDays(day) })];

        Assert.Equal(Nine.AddDays(366), Assert.IsType<ScheduleResult.Scheduled>(daily.Schedule(Post, new ScheduleRequest { Plan = plan }, Publisher)).Post.When.Instant);
    }

    [Fact]
    public void A_post_of_many_accounts_has_a_slot_of_the_first_by_name_at_which_all_are_free()
    {
        var rules = new SchedulingRules { Slots = new Dictionary<string, SlotGrid> { ["a"] = new() { Times = [new(10, 0), new(11, 0)] }, ["b"] = new() { Times = [new(9, 30)] } } };
        var two = new ApprovedPost("id", "author", "approver", Nine, "en", [new Rendition { Account = "b", Text = "x" }, new Rendition { Account = "a", Text = "x" }], new Dictionary<string, string>());
        var request = new ScheduleRequest { Plan = [new PlannedPost { Account = "b", At = Nine.AddHours(1) }, new PlannedPost { Account = "c", At = Nine.AddHours(2) }] };

        var its = new Scheduler(new RoleAuthorizer(), new FakeTimeProvider(Nine), new TeamTimes("Europe/London", "england", new SlotGrid(), rules)).Schedule(two, request, Publisher);

        Assert.Equal(Nine.AddHours(2), Assert.IsType<ScheduleResult.Scheduled>(its).Post.When.Instant);
    }

    private static ApprovedPost Bound(Rendition rendition) => new("id", "author", "approver", Nine, "en", [rendition], new Dictionary<string, string> { ["a"] = "1" });

    private ScheduledPost Scheduled(ScheduleRequest request) => Assert.IsType<ScheduleResult.Scheduled>(scheduler.Schedule(Post, request, Publisher)).Post;
}
