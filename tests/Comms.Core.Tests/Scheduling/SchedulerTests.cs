using Comms.Core.Approval;
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

        Assert.Equal(3, refused.Reasons.Count);
    }

    private ScheduledPost Scheduled(ScheduleRequest request) => Assert.IsType<ScheduleResult.Scheduled>(scheduler.Schedule(Post, request, Publisher)).Post;
}
