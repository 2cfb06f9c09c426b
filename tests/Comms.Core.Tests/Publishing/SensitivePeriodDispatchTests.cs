using Comms.Core.Calendars;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class SensitivePeriodDispatchTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public SensitivePeriodDispatchTests() => world = new PublishingWorld(channel)
    {
        Periods = new SensitivePeriods(
            [new() { Id = "by-election", Name = "a by-election", From = new(2026, 11, 23), To = new(2026, 11, 25), Source = "the council" }], [], "Europe/London"),
    };

    [Fact]
    public async Task A_period_that_was_made_known_after_scheduling_still_holds()
    {
        await world.PlanAsync("news", Zones.At(PublishingWorld.Nine, "Europe/London"), new PostMarks(PostPurpose.Announcement));

        await world.RunAsync();

        Assert.Empty(channel.Shown);
        Assert.Contains("by-election", (await world.DeliveryAsync("news")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_released_by_itself_when_the_period_ends_and_a_person_releases_each()
    {
        await world.PlanAsync("news", Zones.At(PublishingWorld.Nine, "Europe/London"), new PostMarks(PostPurpose.Announcement, HeldBy: "before an election"));
        await world.RunAfterAsync(TimeSpan.FromDays(10));
        Assert.Equal(DeliveryState.Held, await world.StateAsync("news"));

        await world.Desk.SendAgainAsync(await world.DeliveryAsync("news"), PublishingWorld.Publisher, PublishingWorld.Cancel);
        await world.RunAsync();

        Assert.Equal(["news"], channel.Shown);
    }

    [Fact]
    public async Task A_person_may_release_one_within_the_period()
    {
        await world.PlanAsync("news", Zones.At(PublishingWorld.Nine, "Europe/London"), new PostMarks(PostPurpose.Announcement, HeldBy: "before an election"));
        await world.Desk.SendAgainAsync(await world.DeliveryAsync("news"), PublishingWorld.Publisher, PublishingWorld.Cancel);

        await world.RunAsync();

        Assert.Equal(["news"], channel.Shown);
    }

    [Fact]
    public async Task Every_exemption_is_recorded()
    {
        await world.PlanAsync("boil your water", Zones.At(PublishingWorld.Nine, "Europe/London"), new PostMarks(PostPurpose.Safety, Exemption: "a safety message is exempt"));

        await world.RunAsync();

        Assert.Equal(["boil your water"], channel.Shown);
        Assert.Contains(await world.AuditAsync(), text => text.Contains("a safety message is exempt", StringComparison.Ordinal));
    }
}
