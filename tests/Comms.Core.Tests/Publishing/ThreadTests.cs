using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class ThreadTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public ThreadTests() => world = new PublishingWorld(channel);

    [Fact]
    public async Task Parts_go_in_order_each_with_the_receipts_before_it()
    {
        await world.PlanThreadAsync("thread", "first", "second", "third");

        await world.RunAsync();

        Assert.Equal(["first", "second", "third"], channel.Shown);
        Assert.Equal([0, 1, 2], channel.Contexts.Select(context => context.Parents.Count));
        Assert.Equal((await world.DeliveryAsync("first")).Receipt, channel.Contexts[2].Parents[0]);
        Assert.Equal((await world.DeliveryAsync("second")).Receipt, channel.Contexts[2].Parents[1]);
    }

    [Fact]
    public async Task A_part_waits_while_the_one_before_it_waits()
    {
        channel.Then(new SendOutcome.NotSent("busy", TimeSpan.FromMinutes(1)));
        await world.PlanThreadAsync("thread", "first", "second");

        await world.RunAsync();
        Assert.Empty(channel.Shown);

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["first", "second"], channel.Shown);
    }

    [Fact]
    public async Task A_broken_thread_is_held_for_a_person()
    {
        channel.Then(new SendOutcome.Rejected("no"));
        await world.PlanThreadAsync("thread", "first", "second", "third");

        await world.RunAsync();

        Assert.Equal(DeliveryState.Held, await world.StateAsync("second"));
        Assert.Equal(DeliveryState.Held, await world.StateAsync("third"));
        Assert.Empty(channel.Shown);
    }

    [Fact]
    public async Task A_thread_whose_part_is_damaged_is_held()
    {
        await world.PlanThreadAsync("thread", "first", "second");
        var first = await world.DeliveryAsync("first");
        var damaged = new LedgerWrite { Key = first.RecordKey, Expected = 1, Content = "rubbish"u8.ToArray() };
        await world.Ledger.CommitAsync(new LedgerBatch { Writes = [damaged] }, TestContext.Current.CancellationToken);

        await world.RunAsync();

        var second = await world.Desk.FindAsync(Delivery.KeyFor("thread", first.ApprovedHash, "a", 1), TestContext.Current.CancellationToken);
        Assert.Equal(DeliveryState.Held, second!.State);
    }
}
