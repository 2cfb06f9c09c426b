using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class HoldTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public HoldTests() => world = new PublishingWorld(channel);

    [Fact]
    public async Task A_hold_stops_everything_and_says_why_until_it_is_lifted()
    {
        await world.PlanAsync("post");
        Assert.True(await world.Desk.Holds.HoldAsync(HoldScope.All, "a death in the town", PublishingWorld.Publisher, PublishingWorld.Cancel));

        var report = await world.RunAsync();
        Assert.Equal("publisher holds everything since 2026-11-23 09:00: a death in the town", report.Held);
        Assert.Empty(channel.Shown);

        await world.Desk.Holds.ResumeAsync(HoldScope.All, ResumeAs.Planned, "over", PublishingWorld.Publisher, PublishingWorld.Cancel);
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task No_intent_commits_after_a_hold()
    {
        channel.Preparing = async cancel => await world.Desk.Holds.HoldAsync(HoldScope.All, "now", PublishingWorld.Publisher, cancel);
        await world.PlanAsync("one");
        await world.PlanAsync("two");

        await world.RunAsync();

        Assert.Equal(0, channel.Sent);
        Assert.All(await world.Desk.ListAsync(PublishingWorld.Cancel).ToListAsync(PublishingWorld.Cancel), delivery => Assert.Null(delivery.Intent));
    }

    [Fact]
    public async Task A_hold_that_was_put_on_and_lifted_meanwhile_lets_the_post_go_later()
    {
        channel.Preparing = async cancel =>
        {
            channel.Preparing = _ => ValueTask.CompletedTask;
            await world.Desk.Holds.HoldAsync(HoldScope.All, "now", PublishingWorld.Publisher, cancel);
            await world.Desk.Holds.ResumeAsync(HoldScope.All, ResumeAs.Planned, "no", PublishingWorld.Publisher, cancel);
        };
        await world.PlanAsync("post");

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task A_repeat_does_not_commit_after_a_hold_either()
    {
        var twice = new ScriptedChannel("a", IdempotencyClass.ByKey);
        var other = new PublishingWorld(twice);
        twice.ThenThrow(new HttpRequestException("lost"));
        await other.PlanAsync("post");
        await other.RunAsync();
        twice.Describing = traits =>
        {
            Assert.True(other.Desk.Holds.HoldAsync(HoldScope.All, "now", PublishingWorld.Publisher).AsTask().GetAwaiter().GetResult());
            return traits;
        };

        await other.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, DeliveryState.Ambiguous), (twice.Sent, await other.StateAsync("post")));
    }

    [Fact]
    public async Task Only_a_publisher_holds()
    {
        Assert.False(await world.Desk.Holds.HoldAsync(HoldScope.All, "no", new Actor("author", ["author"]), PublishingWorld.Cancel));
    }
}
