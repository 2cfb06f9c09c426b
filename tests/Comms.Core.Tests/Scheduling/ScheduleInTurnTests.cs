using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Scheduling;

/// <summary>Evergreens fill free slots in turn, as far apart as they rest.</summary>
public class ScheduleInTurnTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Publisher = new("publisher", ["publisher"]);
    private static readonly SchedulingRules Ordinary = new() { Periods = [] };

    [Fact]
    public void Each_comes_when_it_has_rested_and_they_are_spread()
    {
        var posts = InTurn(Ordinary, [Post("a"), Post("b")], [Rests("a", 10), Rests("b", 10)], days: 21);

        Assert.Equal(
            ["a@20261123T1230", "b@20261128T1230", "a@20261203T1230", "b@20261208T1230", "a@20261213T1230"], posts.Select(post => post.Id));
        Assert.All(posts, post => Assert.Equal(PostPurpose.Evergreen, post.Purpose));
    }

    [Fact]
    public void The_longest_rested_is_first_and_what_a_person_must_read_again_waits()
    {
        Evergreen[] pool = [Rests("a", 4) with { Last = Nine.AddDays(-5) }, Rests("b", 4) with { Last = Nine.AddDays(-6) }, Rests("c", 4) with { ReviewBy = Nine }];

        Assert.Equal(["b", "a"], InTurn(Ordinary, [Post("a"), Post("b"), Post("c")], pool, days: 3).Select(post => post.Id[..1]));
    }

    [Fact]
    public void Handing_the_same_stretch_over_again_adds_nothing_to_it()
    {
        var first = InTurn(Ordinary, [Post("a")], [Rests("a", 5)], days: 12);
        var plan = first.Select(post => new PlannedPost { Account = "town", At = post.When.Instant }).ToArray();

        Assert.Equal(["a@20261123T1230", "a@20261128T1230", "a@20261203T1230"], first.Select(post => post.Id));
        Assert.Empty(InTurn(Ordinary, [Post("a")], [Rests("a", 5) with { Last = first[^1].When.Instant }], days: 12, plan));
    }

    [Fact]
    public void Taken_slots_are_passed_over_and_other_accounts_have_turns_of_their_own()
    {
        PlannedPost[] plan = [new() { Account = "town", At = Nine.AddHours(3.5) }];

        var posts = InTurn(Ordinary, [Post("a"), Post("b", "site")], [Rests("a", 30), Rests("b", 30)], days: 20, plan);

        Assert.Equal(["a@20261123T1700", "b@20261123T1230"], posts.Select(post => post.Id));
    }

    [Fact]
    public void Two_that_share_an_account_do_not_share_a_slot()
    {
        var posts = InTurn(Ordinary, [Post("a"), Post("b", "site", "town")], [Rests("a", 30), Rests("b", 30)], days: 20);

        Assert.Equal(["a@20261123T1230", "b@20261123T1700"], posts.Select(post => post.Id));
    }

    [Fact]
    public void In_a_sensitive_period_none_goes_out()
    {
        var rules = new SchedulingRules { Periods = [new() { Id = "p", Name = "p", From = new(2026, 11, 23), To = new(2026, 11, 30), Source = "s" }] };

        Assert.Equal(["a@20261201T0900"], InTurn(rules, [Post("a")], [Rests("a", 60)], days: 30).Select(post => post.Id));
    }

    [Fact]
    public void The_last_instant_does_not_count_and_without_a_rest_every_slot_is_filled()
    {
        Assert.Equal(3, InTurn(Ordinary, [Post("a")], [Rests("a", 0)], days: 1).Count);
        Assert.Equal(2, Scheduler(Ordinary).ScheduleInTurn([Post("a")], [Rests("a", 0)], Nine.AddDays(1), new ScheduleRequest(), Publisher).Count);
    }

    [Fact]
    public void What_is_refused_is_told_and_the_pool_holds_just_the_posts()
    {
        var scheduler = Scheduler(Ordinary);

        var refused = Assert.Single(scheduler.ScheduleInTurn([Post("a")], [Rests("a", 60)], Nine.AddDays(9), new ScheduleRequest(), new Actor("sam", [])));
        Assert.Equal(["sam may not publish"], Assert.IsType<ScheduleResult.Refused>(refused).Reasons);
        Assert.Throws<ArgumentException>(() => scheduler.ScheduleInTurn([Post("a")], [], Nine, new ScheduleRequest(), Publisher));
        Assert.Empty(scheduler.ScheduleInTurn([], [], Nine.AddDays(9), new ScheduleRequest(), Publisher));
    }

    private static IReadOnlyList<ScheduledPost> InTurn(SchedulingRules rules, ApprovedPost[] posts, Evergreen[] pool, int days, params PlannedPost[] plan) =>
    [
        .. Scheduler(rules).ScheduleInTurn(posts, pool, Nine.AddDays(days).AddTicks(1), new ScheduleRequest { Plan = plan }, Publisher)
            .Select(result => Assert.IsType<ScheduleResult.Scheduled>(result).Post),
    ];

    private static Evergreen Rests(string id, int days) => new() { Id = id, Rest = TimeSpan.FromDays(days) };

    private static Scheduler Scheduler(SchedulingRules rules) =>
        new(new RoleAuthorizer(), new FakeTimeProvider(Nine), new TeamTimes("Europe/London", "england", new SlotGrid(), rules));

    private static ApprovedPost Post(string id, params string[] accounts) => new(
        id, "author", "approver", Nine, "en", [.. (accounts is [] ? ["town"] : accounts).Select(account => new Rendition { Account = account, Text = $"Words of {id}" })],
        new Dictionary<string, string>());
}
