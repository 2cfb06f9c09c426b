using Comms.Core.Calendars;
using Comms.Core.Channels;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class RecipientTests
{
    private readonly ListChannel channel = new("a") { Members = ["ann@example.test", "bob@example.test", "cy@example.test"] };
    private readonly PublishingWorld world;

    public RecipientTests() => world = new PublishingWorld(channel);

    [Fact]
    public async Task Each_recipient_is_a_delivery_of_their_own()
    {
        await world.PlanAsync("bulletin");

        await world.RunAsync();

        var deliveries = await world.Desk.ListAsync(PublishingWorld.Cancel).ToListAsync(PublishingWorld.Cancel);
        Assert.Equal(channel.Members, deliveries.Select(delivery => delivery.Recipient).Order(StringComparer.Ordinal));
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryState.Published, delivery.State));
        Assert.Equal(3, deliveries.Select(delivery => delivery.Key).Distinct().Count());
        Assert.Equal(channel.Members, channel.Contexts.Select(context => context.Recipient).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_asks_a_person_about_one_recipient_and_the_others_have_theirs()
    {
        channel.ThenThrow(new IOException("the line went dead"));
        await world.PlanAsync("bulletin");

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(5));

        var states = await world.Desk.ListAsync(PublishingWorld.Cancel).Select(delivery => delivery.State).Order().ToListAsync(PublishingWorld.Cancel);
        Assert.Equal([DeliveryState.Published, DeliveryState.Published, DeliveryState.NeedsHuman], states);
        Assert.Equal(3, channel.Sent);
    }

    [Fact]
    public async Task Somebody_who_stands_twice_on_the_list_hears_once()
    {
        channel.Members = ["ann@example.test", "ann@example.test"];
        await world.PlanAsync("bulletin");

        await world.RunAsync();

        Assert.Single(channel.Shown);
    }

    [Fact]
    public async Task A_post_to_nobody_is_not_lost()
    {
        channel.Members = [];
        await world.PlanAsync("bulletin");

        await world.RunAsync();

        Assert.Null(Assert.Single(channel.Contexts).Recipient);
    }

    [Fact]
    public async Task After_an_outage_a_list_hears_one_post_at_a_time_and_all_of_it_that_one()
    {
        await world.PlanAsync("first");
        await world.PlanAsync("second", at: PublishingWorld.Nine.AddMinutes(1));

        await world.RunAfterAsync(TimeSpan.FromMinutes(8));
        Assert.Equal(["first", "first", "first"], channel.Shown);

        await world.RunAfterAsync(world.Options.CatchUpGap + TimeSpan.FromSeconds(1));
        Assert.Equal(["second", "second", "second"], channel.Shown.Skip(3));
    }

    [Fact]
    public async Task A_clock_change_moves_what_goes_to_everyone_whoever_has_left_meanwhile()
    {
        var now = Zones.Resolve(new DateTime(2026, 12, 1, 9, 0, 0), "Europe/London");
        await world.PlanAsync("bulletin", now with { Instant = now.Instant.AddHours(-1), TzdbVersion = "TZDB: 2001a" });
        channel.Members = [];

        Assert.Single((await world.RunAsync()).Moved);

        Assert.Equal([now.Instant, now.Instant, now.Instant], await world.Desk.ListAsync(PublishingWorld.Cancel).Select(delivery => delivery.PlannedFor).ToListAsync(PublishingWorld.Cancel));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_takes_nothing_in()
    {
        channel.Fault = new ChannelException("the list is away");

        await Assert.ThrowsAsync<ChannelException>(async () => await world.PlanAsync("bulletin"));

        Assert.Empty(await world.Desk.ListAsync(PublishingWorld.Cancel).ToListAsync(PublishingWorld.Cancel));
    }

    private sealed class ListChannel(string id) : ScriptedChannel(id), IRecipients
    {
        public IReadOnlyList<string> Members { get; set; } = [];

        public ChannelException? Fault { get; set; }

        public ValueTask<IReadOnlyList<string>> RecipientsAsync(CancellationToken cancel) => Fault is null ? ValueTask.FromResult(Members) : throw Fault;
    }
}
