using Comms.Core.Planning;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class PlanCheckerTests
{
    [Fact]
    public void A_good_week_has_no_finding() =>
        Assert.Empty(Plans.Check(Plans.Of(Plans.Item("a", Plans.At(0, 9)), Plans.Item("b", Plans.At(3, 9)), Plans.Item("c", Plans.At(6, 9))) with { Accounts = ["page"] }));

    [Fact]
    public void Silence_longer_than_the_rule_is_named_with_its_days()
    {
        var plan = Plans.Of(Plans.Item("a", Plans.At(0, 9)), Plans.Item("b", Plans.At(5, 9))) with { Accounts = ["page"] };

        var gap = Assert.Single(Plans.Check(plan));

        Assert.Equal(PlanRule.Gap, gap.Rule);
        Assert.Equal("page says nothing for 4 days, from Tue 24 Nov to Fri 27 Nov", gap.Message);
    }

    [Fact]
    public void An_account_without_any_post_is_silent_all_week() =>
        Assert.Contains("7 days", Assert.Single(Plans.Check(Plans.Of() with { Accounts = ["page"] })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_post_that_was_let_go_fills_no_gap() => Assert.Contains(
        Plans.Check(Plans.Of(Plans.Item("a", Plans.At(3, 9), PlanStep.Dropped)) with { Accounts = ["page"] }), finding => finding.Rule == PlanRule.Gap);

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void Posts_of_one_account_stay_apart(int minutes, bool clash)
    {
        var findings = Plans.Check(Plans.Of(Plans.Item("a", Plans.At(1, 9)), Plans.Item("b", Plans.At(1, 9, minutes))));

        Assert.Equal(clash, findings.Any(finding => finding.Rule == PlanRule.Clash && finding.Items.SequenceEqual(["a", "b"])));
    }

    [Fact]
    public void Posts_of_different_accounts_do_not_clash() => Assert.Empty(
        Plans.Check(Plans.Of(Plans.Item("a", Plans.At(1, 9)), Plans.Item("b", Plans.At(1, 9), account: "blog"))));

    [Fact]
    public void Too_many_posts_on_a_day_are_named() => Assert.Contains(
        Plans.Check(Plans.Of([.. Enumerable.Range(0, 6).Select(hour => Plans.Item($"p{hour}", Plans.At(1, 9 + hour)))])),
        finding => finding.Rule == PlanRule.Crowd && finding.Items.Count == 6);

    [Theory]
    [InlineData(PlanStep.Drafted, 23, true)]
    [InlineData(PlanStep.Drafted, 25, false)]
    [InlineData(PlanStep.Approved, 23, true)]
    [InlineData(PlanStep.Scheduled, 23, false)]
    public void What_is_soon_due_is_approved_and_has_its_time(PlanStep step, int hoursAhead, bool found) => Assert.Equal(
        found,
        Plans.Check(Plans.Of(Plans.Item("a", Plans.MondayMorning.AddHours(hoursAhead), step))).Any(finding => finding.Rule == PlanRule.Approval));

    [Fact]
    public void An_empty_weekend_is_named_on_its_friday_and_on_no_other_day()
    {
        var plan = Plans.Of(Plans.Item("next", Plans.At(7, 9)));

        var friday = Plans.Check(plan, Plans.At(4, 15));

        Assert.Equal("it is Friday, and nothing is planned for the weekend", Assert.Single(friday, finding => finding.Rule == PlanRule.Weekend).Message);
        Assert.DoesNotContain(Plans.Check(plan, Plans.At(3, 15)), finding => finding.Rule == PlanRule.Weekend);
    }

    [Fact]
    public void People_without_a_channel_that_they_use_are_named()
    {
        var plan = Plans.Of(Plans.Item("a", Plans.At(1, 9))) with
        {
            Audiences =
            [
                new Audience { Name = "people without the internet", Accounts = ["noticeboard"] },
                new Audience { Name = "followers", Accounts = ["page"] },
                new Audience { Name = "carers" },
            ],
        };

        Assert.Equal(
            ["nothing planned reaches people without the internet: they use noticeboard", "nobody has said how to reach carers"],
            Plans.Check(plan).Where(finding => finding.Rule == PlanRule.Audience).Select(finding => finding.Message));
    }

    [Fact]
    public void A_campaign_without_posts_and_posts_outside_a_campaign_are_named()
    {
        var plan = Plans.Of(Plans.Item("late", Plans.At(5, 9), campaign: "#flu")) with
        {
            Campaigns =
            [
                new Campaign { Hashtag = "#Flu", From = Plans.Monday, To = Plans.Monday.AddDays(2) },
                new Campaign { Hashtag = "#Quiet", From = Plans.Monday, To = Plans.Monday.AddDays(2) },
            ],
        };

        var findings = Plans.Check(plan).Where(finding => finding.Rule == PlanRule.Campaign).ToArray();

        Assert.Equal(["late"], findings[0].Items);
        Assert.StartsWith("#Quiet runs", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_follow_the_zone_and_not_the_clock_of_the_host()
    {
        var late = new DateTimeOffset(2026, 11, 29, 23, 30, 0, TimeSpan.FromHours(-5));
        var plan = Plans.Of(Plans.Item("a", late, PlanStep.Waiting)) with { Zone = "America/New_York" };

        Assert.Contains(Plans.Check(plan), finding => finding.Rule == PlanRule.Waiting);
        Assert.DoesNotContain(Plans.Check(plan with { Zone = "Europe/London" }), finding => finding.Rule == PlanRule.Waiting);
    }

    [Fact]
    public void The_order_of_the_posts_does_not_matter() => Gen.Int[0, 6].Select(Gen.Int[0, 23]).Array[0, 20].Sample(times =>
    {
        var items = times.Select((time, at) => Plans.Item($"p{at}", Plans.At(time.Item1, time.Item2))).ToArray();
        var forward = Plans.Check(Plans.Of(items) with { Accounts = ["page"] });
        var backward = Plans.Check(Plans.Of([.. items.Reverse()]) with { Accounts = ["page"] });
        Assert.Equal(forward.Select(finding => finding.Message), backward.Select(finding => finding.Message));
    });
}
