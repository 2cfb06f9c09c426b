using Comms.Core.Channels;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class ByHandTests
{
    private readonly PublishingWorld world = new(new AssistedChannel("a", "facebook"), new ScriptedChannel("b"));

    private static CancellationToken Cancel => PublishingWorld.Cancel;

    [Fact]
    public async Task At_its_time_it_becomes_a_persons_task_with_a_deadline()
    {
        await world.PlanAsync("post", at: PublishingWorld.Nine.AddHours(1), lateness: Lateness.PublishWithin(TimeSpan.FromHours(3)));
        await world.RunAsync();
        Assert.Equal(DeliveryState.Scheduled, await world.StateAsync("post"));

        await world.RunAfterAsync(TimeSpan.FromHours(1));

        var task = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.NeedsHuman, "post it on facebook", PublishingWorld.Nine.AddHours(4)), (task.State, task.Reason, task.Deadline));
        Assert.Equal(0, task.Attempts);
    }

    [Fact]
    public async Task It_stands_when_a_person_says_so()
    {
        await world.PlanAsync("post");
        await world.RunAsync();

        Assert.True(await world.Desk.ConfirmAsync(
            await world.DeliveryAsync("post"), new Receipt("by hand", "https://facebook.example/1"), PublishingWorld.Publisher, Cancel));

        var standing = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Published, "https://facebook.example/1"), (standing.State, standing.Receipt?.Url));
        Assert.Contains(await world.AuditAsync(), text => text.Contains("confirm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_holds_up_no_other_account()
    {
        await world.PlanAsync("by hand");
        await world.PlanAsync("by machine", account: "b");

        await world.RunAsync();

        Assert.Equal(DeliveryState.Published, await world.StateAsync("by machine"));
    }

    [Fact]
    public async Task In_a_crisis_nobody_is_asked_to_post()
    {
        await world.PlanAsync("post");
        await world.Desk.Holds.HoldAsync(HoldScope.All, "a death", PublishingWorld.Publisher, Cancel);

        await world.RunAsync();

        Assert.NotEqual(DeliveryState.NeedsHuman, await world.StateAsync("post"));
    }
}
