using Comms.Core.Planning;
using Xunit;

namespace Comms.Core.Tests.Planning;

public sealed class WorkloadTests
{
    private static readonly TeamTime Team = new() { People = 1.5, MessagesPerWeek = 60 };

    [Fact]
    public void A_team_and_a_half_with_a_post_a_day_can_react_and_more()
    {
        var load = Workload.Of(Week(7) with { Team = Team }, Plans.Monday, Plans.Monday.AddDays(6));

        Assert.Equal(900, load.AvailableMinutes);
        Assert.Equal((7 * 20) + (8 * 5 * 2), load.NeededMinutes);
        Assert.Equal(ConversationStage.Collaborative, load.Sustains);
        Assert.True(load.OverMinutes < 0);
    }

    [Fact]
    public void More_posts_leave_a_lower_stage()
    {
        var stages = Enumerable.Range(0, 8).Select(tens =>
            Workload.Of(Week(tens * 7) with { Team = Team }, Plans.Monday, Plans.Monday.AddDays(6)).Sustains ?? (ConversationStage)(-1)).ToArray();

        Assert.Equal(stages.OrderDescending(), stages);
        Assert.Contains(ConversationStage.Reactive, stages);
        Assert.Equal((ConversationStage)(-1), stages[^1]);
    }

    [Fact]
    public void Overload_names_the_first_thing_to_drop()
    {
        var plan = Week(60) with { Team = Team };
        plan = plan with { Items = [.. plan.Items, Plans.Item("campaign", Plans.At(6, 23), campaign: "#Flu")] };

        var finding = Assert.Single(Plans.Check(plan), finding => finding.Rule == PlanRule.Capacity);

        Assert.Equal(["p59"], finding.Items);
        Assert.Contains("there are 900", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_a_team_has_no_load() => Assert.Throws<ArgumentException>(() => Workload.Of(Week(1), Plans.Monday, Plans.Monday.AddDays(6)));

    [Fact]
    public void Each_stage_costs_at_least_as_much_as_the_one_below()
    {
        var costs = Workload.Of(Week(0) with { Team = Team }, Plans.Monday, Plans.Monday.AddDays(6)).Stages.Select(stage => stage.Minutes).ToArray();

        Assert.Equal(costs.Order(), costs);
    }

    private static Plan Week(int posts) => Plans.Of(
        [.. Enumerable.Range(0, posts).Select(number => Plans.Item($"p{number}", Plans.At(0, 0).AddMinutes(number * 7 * 24 * 60.0 / Math.Max(1, posts))))]);
}
