using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Calendars;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

public class SchedulerTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Publisher = new("publisher", ["publisher"]);
    private static readonly ApprovedPost Post = new(
        "id", "author", "approver", Nine, "en", [new Rendition { Account = "a", Text = "x" }], new Dictionary<string, string> { ["a"] = "1" });

    private readonly Scheduler scheduler = new(new RoleAuthorizer(), new FakeTimeProvider(Nine), "Europe/London", new SlotGrid());

    [Fact]
    public void A_wall_time_is_resolved_in_the_team_s_zone()
    {
        var post = Scheduled(new ScheduleRequest { Local = new DateTime(2027, 7, 1, 9, 0, 0) });

        Assert.Equal(new DateTimeOffset(2027, 7, 1, 8, 0, 0, TimeSpan.Zero), post.When.Instant);
        Assert.Equal((Post.Id, Post.Hash, "publisher"), (post.Id, post.ApprovedHash, post.ScheduledBy));
    }

    [Fact]
    public void Without_a_wish_it_takes_the_next_free_slot() =>
        Assert.Equal(Nine.AddHours(8), Scheduled(new ScheduleRequest { Taken = [Nine.AddHours(3.5)] }).When.Instant);

    [Fact]
    public void A_slot_is_looked_for_after_the_embargo() =>
        Assert.Equal(Nine.AddDays(1), Scheduled(new ScheduleRequest { Embargo = Nine.AddHours(20) }).When.Instant);

    [Fact]
    public void Every_reason_for_refusal_is_named_at_once()
    {
        var request = new ScheduleRequest { Instant = Nine.AddMinutes(-1), Embargo = Nine };

        var refused = Assert.IsType<ScheduleResult.Refused>(scheduler.Schedule(Post, request, new Actor("approver", ["approver"])));

        Assert.Equal(3, refused.Reasons.Count);
    }

    [Fact]
    public void The_next_slot_is_always_later_in_every_zone() =>
        Gen.Select(Gen.Int[0, 40_000_000], ZonesTests.Hard, Gen.Int[0, 1439].Array[1, 4])
            .Sample((minutes, zone, times) =>
            {
                var after = new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
                var grid = new SlotGrid { Times = [.. times.Select(time => TimeOnly.MinValue.AddMinutes(time))] };
                var next = grid.Next(after, zone, [])!;
                Assert.True(next.Instant > after);
                Assert.NotEqual(next.Instant, grid.Next(after, zone, [next.Instant])!.Instant);
            }, iter: 200);

    [Fact]
    public void A_grid_that_is_full_refuses()
    {
        var noon = new SlotGrid { Times = [new TimeOnly(12, 0)] };
        var taken = Enumerable.Range(-1, 400).Select(day => Nine.Date.AddDays(day)).Select(day => Zones.Resolve(day.AddHours(12), "Europe/London").Instant);

        Assert.Null(noon.Next(Nine, "Europe/London", [.. taken]));
    }

    private ScheduledPost Scheduled(ScheduleRequest request) => Assert.IsType<ScheduleResult.Scheduled>(scheduler.Schedule(Post, request, Publisher)).Post;
}
