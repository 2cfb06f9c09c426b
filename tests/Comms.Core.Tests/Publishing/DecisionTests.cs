using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class DecisionTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public DecisionTests() => world = new PublishingWorld(channel);

    [Fact]
    public async Task What_was_withdrawn_is_never_sent()
    {
        await world.PlanAsync("post");
        Assert.True(await world.Desk.WithdrawAsync(await world.DeliveryAsync("post"), "wrong date", PublishingWorld.Publisher, PublishingWorld.Cancel));

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, channel.Sent);
        Assert.Equal(DeliveryState.Withdrawn, await world.StateAsync("post"));
    }

    [Fact]
    public async Task Withdrawing_while_it_is_prepared_wins()
    {
        await world.PlanAsync("post");
        var delivery = await world.DeliveryAsync("post");
        channel.Preparing = async cancel => Assert.True(await world.Desk.WithdrawAsync(delivery, "stop", PublishingWorld.Publisher, cancel));

        var report = await world.RunAsync();

        Assert.Equal((0, DeliveryState.Withdrawn), (channel.Sent, await world.StateAsync("post")));
        Assert.Single(report.Faults);
    }

    [Fact]
    public async Task Withdrawing_while_it_is_sent_is_refused()
    {
        await world.PlanAsync("post");
        var delivery = await world.DeliveryAsync("post");
        bool? withdrawn = null;
        channel.Sends.Enqueue(async (post, key, _, cancel) =>
        {
            withdrawn = await world.Desk.WithdrawAsync(delivery, "stop", PublishingWorld.Publisher, cancel);
            return channel.Show(post, key);
        });

        await world.RunAsync();

        Assert.False(withdrawn);
        Assert.Equal(DeliveryState.Published, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_person_who_found_it_confirms_it()
    {
        await DoubtAsync();
        var receipt = new Receipt("42", "https://example.test/42");

        Assert.True(await world.Desk.ConfirmAsync(await world.DeliveryAsync("post"), receipt, PublishingWorld.Publisher, PublishingWorld.Cancel));
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        var delivery = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Published, receipt, 1), (delivery.State, delivery.Receipt, channel.Sent));
    }

    [Fact]
    public async Task A_person_who_did_not_find_it_sends_it_again()
    {
        await DoubtAsync();

        Assert.True(await world.Desk.SendAgainAsync(await world.DeliveryAsync("post"), PublishingWorld.Publisher, PublishingWorld.Cancel));
        await world.RunAsync();

        Assert.Equal((DeliveryState.Published, 2), (await world.StateAsync("post"), channel.Sent));
    }

    [Fact]
    public async Task What_waits_for_its_time_cannot_be_sent_early()
    {
        await world.PlanAsync("post", at: PublishingWorld.Nine.AddDays(1));
        var delivery = await world.DeliveryAsync("post");

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await world.Desk.SendAgainAsync(delivery, PublishingWorld.Publisher, PublishingWorld.Cancel));
    }

    [Fact]
    public async Task Only_a_publisher_decides_and_only_on_what_he_has_seen()
    {
        await DoubtAsync();
        var seen = await world.DeliveryAsync("post");

        Assert.False(await world.Desk.SendAgainAsync(seen, new Actor("author", ["author", "approver"]), PublishingWorld.Cancel));
        Assert.True(await world.Desk.ConfirmAsync(seen, new Receipt("1"), PublishingWorld.Publisher, PublishingWorld.Cancel));
        Assert.False(await world.Desk.SendAgainAsync(seen, PublishingWorld.Publisher, PublishingWorld.Cancel));
    }

    private async Task DoubtAsync()
    {
        channel.ThenThrow(new HttpRequestException("lost"), shows: false);
        await world.PlanAsync("post");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(DeliveryState.NeedsHuman, await world.StateAsync("post"));
    }
}
