using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class OutcomeTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public OutcomeTests() => world = new PublishingWorld(channel);

    [Fact]
    public async Task What_is_due_is_sent_once_and_has_its_receipt()
    {
        await world.PlanAsync("post");

        var report = await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        var delivery = await world.DeliveryAsync("post");
        Assert.Equal((1, 1), (report.Published, report.Total));
        Assert.Equal(delivery.Key.Value, delivery.Receipt!.Id);
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task Nothing_goes_out_before_its_time()
    {
        await world.PlanAsync("post", at: PublishingWorld.Nine.AddMinutes(1));

        await world.RunAfterAsync(TimeSpan.FromSeconds(59.999));
        Assert.Empty(channel.Shown);

        await world.RunAfterAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task Taking_a_post_twice_changes_nothing()
    {
        Assert.True(await world.PlanAsync("post"));
        Assert.False(await world.PlanAsync("post"));

        await world.RunAsync();
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task Not_sent_waits_as_long_as_the_channel_asks()
    {
        channel.Then(new SendOutcome.NotSent("too many requests", TimeSpan.FromMinutes(4)));
        await world.PlanAsync("post");

        await world.RunAsync();
        var waiting = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Retrying, PublishingWorld.Nine.AddMinutes(4)), (waiting.State, waiting.Due));

        await world.RunAfterAsync(TimeSpan.FromMinutes(3.9));
        Assert.Equal(1, channel.Sent);
        await world.RunAfterAsync(TimeSpan.FromMinutes(0.1));
        Assert.Equal(["post"], channel.Shown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task A_wait_of_nothing_is_no_loop(int seconds)
    {
        channel.Then(new SendOutcome.NotSent("at once", TimeSpan.FromSeconds(seconds)));
        await world.PlanAsync("post");

        await world.RunAsync();

        Assert.Equal(PublishingWorld.Nine.AddSeconds(30), (await world.DeliveryAsync("post")).Due);
        Assert.Equal(1, channel.Sent);
    }

    [Fact]
    public async Task Not_sent_over_and_over_asks_a_person()
    {
        for (var i = 0; i < 8; i++)
        {
            channel.Then(new SendOutcome.NotSent("busy", TimeSpan.FromSeconds(1)));
        }

        await world.PlanAsync("post");
        for (var i = 0; i < 10; i++)
        {
            await world.RunAfterAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
        Assert.Equal(8, channel.Sent);
    }

    [Fact]
    public async Task Rejected_is_the_end()
    {
        channel.Then(new SendOutcome.Rejected("against the rules"));
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        var delivery = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Rejected, "against the rules", 1), (delivery.State, delivery.Reason, channel.Sent));
    }

    [Fact]
    public async Task A_preparation_that_fails_is_tried_again()
    {
        channel.Preparing = _ => throw new ChannelException("down") { RetryAfter = TimeSpan.FromMinutes(3) };
        await world.PlanAsync("post");

        await world.RunAsync();
        Assert.Equal(PublishingWorld.Nine.AddMinutes(3), (await world.DeliveryAsync("post")).Due);

        channel.Preparing = _ => ValueTask.CompletedTask;
        await world.RunAfterAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task An_account_that_is_gone_asks_a_person()
    {
        await world.PlanAsync("post", account: "gone");

        await world.RunAsync();

        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
    }

    [Fact]
    public async Task The_deadline_of_a_send_counts_from_the_send()
    {
        channel.Preparing = _ =>
        {
            world.Clock.Advance(TimeSpan.FromSeconds(50));
            return ValueTask.CompletedTask;
        };
        await world.PlanAsync("post");

        await world.RunAsync();

        Assert.Equal(PublishingWorld.Nine.AddSeconds(110), channel.Contexts.Single().Deadline);
    }

    [Fact]
    public async Task Every_step_is_in_the_audit()
    {
        await world.PlanAsync("post");
        await world.RunAsync();

        var acts = await new AuditTrail(world.Ledger).ReadAsync(PublishingWorld.Cancel).Select(entry => entry.Act).ToListAsync(PublishingWorld.Cancel);
        Assert.Equal(["schedule", "delivery sending", "delivery published"], acts);
    }
}
