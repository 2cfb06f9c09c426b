using Comms.Core.Channels;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class LatenessTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public LatenessTests() => world = new PublishingWorld(channel);

    public static TheoryData<Lateness, int, DeliveryState> Cases => new()
    {
        { Lateness.Expire, 5, DeliveryState.Published },
        { Lateness.Expire, 6, DeliveryState.Expired },
        { Lateness.Hold, 5, DeliveryState.Published },
        { Lateness.Hold, 6, DeliveryState.Held },
        { Lateness.PublishWithin(TimeSpan.FromHours(1)), 60, DeliveryState.Published },
        { Lateness.PublishWithin(TimeSpan.FromHours(1)), 61, DeliveryState.Expired },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Lateness_follows_the_policy(Lateness lateness, int minutes, DeliveryState end)
    {
        await world.PlanAsync("post", lateness: lateness);

        await world.RunAfterAsync(TimeSpan.FromMinutes(minutes));

        Assert.Equal(end, await world.StateAsync("post"));
        Assert.Equal(end == DeliveryState.Published ? 1 : 0, channel.Shown.Count);
    }

    [Theory]
    [InlineData(29, DeliveryState.Published)]
    [InlineData(30, DeliveryState.Expired)]
    public async Task What_is_not_to_be_sent_any_more_expires_however_late_it_may_be(int minutes, DeliveryState end)
    {
        var press = new Rendition { Account = "a", Text = "post", NotAfter = PublishingWorld.Nine.AddMinutes(30) };
        await world.PlanAsync("post", null, Lateness.PublishWithin(TimeSpan.FromHours(5)), press);

        await world.RunAfterAsync(TimeSpan.FromMinutes(minutes));

        Assert.Equal(end, await world.StateAsync("post"));
        Assert.Equal(end == DeliveryState.Published ? 1 : 0, channel.Shown.Count);
    }

    [Fact]
    public async Task A_person_who_lets_a_held_post_go_too_late_does_not_send_it_either()
    {
        await world.PlanAsync("post", null, Lateness.Hold, new Rendition { Account = "a", Text = "post", NotAfter = PublishingWorld.Nine.AddMinutes(30) });
        await world.RunAfterAsync(TimeSpan.FromMinutes(20));
        world.Clock.Advance(TimeSpan.FromMinutes(20));

        await world.Desk.SendAgainAsync(await world.DeliveryAsync("post"), PublishingWorld.Publisher, PublishingWorld.Cancel);
        await world.RunAsync();

        Assert.Equal(DeliveryState.Expired, await world.StateAsync("post"));
        Assert.Empty(channel.Shown);
    }

    [Fact]
    public async Task A_held_post_goes_when_a_person_lets_it_go()
    {
        await world.PlanAsync("post", lateness: Lateness.Hold);
        await world.RunAfterAsync(TimeSpan.FromHours(3));

        Assert.True(await world.Desk.SendAgainAsync(await world.DeliveryAsync("post"), PublishingWorld.Publisher, PublishingWorld.Cancel));
        await world.RunAsync();

        Assert.Equal(["post"], channel.Shown);
    }

    [Fact]
    public async Task An_outage_does_not_end_in_a_burst()
    {
        for (var i = 0; i < 5; i++)
        {
            await world.PlanAsync($"post {i}", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        }

        var shown = new List<int>();
        world.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromTicks(1234));
        for (var i = 0; i < 5; i++)
        {
            await world.RunAsync();
            shown.Add(channel.Shown.Count);
            await world.RunAfterAsync(TimeSpan.FromMinutes(9.9));
            shown.Add(channel.Shown.Count);
            world.Clock.Advance(TimeSpan.FromMinutes(0.1) + TimeSpan.FromMilliseconds(2));
        }

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], shown);
        Assert.Equal(["post 0", "post 1", "post 2", "post 3", "post 4"], channel.Shown);
    }

    [Fact]
    public async Task What_is_on_time_does_not_wait_behind_what_is_late()
    {
        await world.PlanAsync("late one", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        await world.PlanAsync("late two", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        await world.PlanAsync("crisis", at: PublishingWorld.Nine.AddHours(1));

        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["late one", "crisis"], channel.Shown);
    }

    [Fact]
    public async Task The_pace_holds_across_hosts()
    {
        await world.PlanAsync("late one", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        await world.PlanAsync("late two", lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));
        world.Clock.Advance(TimeSpan.FromHours(1));

        await world.Host("one").RunDueAsync(TestContext.Current.CancellationToken);
        await world.Host("two").RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["late one"], channel.Shown);
    }

    [Fact]
    public async Task A_turn_that_falls_between_milliseconds_is_waited_for_and_not_spun_on()
    {
        world.Clock.Advance(TimeSpan.FromTicks(5));
        await world.PlanAsync("first");
        await world.RunAsync();
        await world.PlanAsync("late", at: PublishingWorld.Nine.AddMinutes(1), lateness: Lateness.PublishWithin(TimeSpan.FromHours(5)));

        await world.RunAfterAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(5));

        Assert.Equal(["first"], channel.Shown);
    }
}
