using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class DeliveryTransitionsTests
{
    private static readonly HashSet<DeliveryState> Ends = [DeliveryState.Published, DeliveryState.Rejected, DeliveryState.Expired, DeliveryState.Withdrawn];

    [Fact]
    public void An_end_leads_nowhere_and_everything_else_leads_to_an_end()
    {
        Assert.All(Enum.GetValues<DeliveryState>(), state =>
            Assert.Equal(Ends.Contains(state), DeliveryTransitions.All.All(step => step.From != state)));
        Assert.All(Enum.GetValues<DeliveryState>(), state => Assert.Contains(Reachable(state), Ends.Contains));
    }

    [Fact]
    public void Every_state_is_reached_from_scheduled() =>
        Assert.Equal(Enum.GetValues<DeliveryState>(), Reachable(DeliveryState.Scheduled).Order());

    [Fact]
    public void What_may_stand_is_never_expired_held_or_withdrawn_by_machine() =>
        Assert.DoesNotContain(DeliveryTransitions.All, step =>
            step.From is DeliveryState.Sending or DeliveryState.Ambiguous
            && step.To is DeliveryState.Expired or DeliveryState.Held or DeliveryState.Withdrawn or DeliveryState.Scheduled);

    [Fact]
    public void Nothing_is_sent_but_what_waits_or_is_repeated() =>
        Assert.Equal(
            [DeliveryState.Scheduled, DeliveryState.Ambiguous, DeliveryState.Retrying],
            DeliveryTransitions.All.Where(step => step.To == DeliveryState.Sending).Select(step => step.From));

    [Fact]
    public async Task A_step_that_is_not_there_throws()
    {
        var world = new PublishingWorld(new ScriptedChannel("a"));
        await world.PlanAsync("post");
        var delivery = await world.DeliveryAsync("post");

        Assert.All(Enum.GetValues<DeliveryState>().Where(to => !DeliveryTransitions.Allows(DeliveryState.Scheduled, to)), to =>
            Assert.Throws<InvalidOperationException>(() => delivery.To(to, null)));
    }

    private static HashSet<DeliveryState> Reachable(DeliveryState from)
    {
        var seen = new HashSet<DeliveryState> { from };
        for (var count = 0; count != seen.Count;)
        {
            count = seen.Count;
            seen.UnionWith(DeliveryTransitions.All.Where(step => seen.Contains(step.From)).Select(step => step.To).ToList());
        }

        return seen;
    }
}
