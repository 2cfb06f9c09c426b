using Comms.Core.Calendars;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class ZoneUpdateTests
{
    private static readonly PlannedTime Now = Zones.Resolve(new DateTime(2026, 12, 1, 9, 0, 0), "Europe/London");

    /// <summary>As an older tz database resolved it, which did not know of a change.</summary>
    private static readonly PlannedTime Then = Now with { Instant = Now.Instant.AddHours(-1), TzdbVersion = "TZDB: 2001a" };

    private readonly PublishingWorld world = new(new ScriptedChannel("a"));

    private static CancellationToken Cancel => PublishingWorld.Cancel;

    [Fact]
    public async Task A_wall_time_keeps_its_wall_time_and_the_difference_is_shown_once()
    {
        await world.PlanAsync("post", Then);

        var report = await world.RunAsync();

        Assert.Equal($"post: 2026-12-01 09:00 in Europe/London was 2026-12-01 08:00Z by TZDB: 2001a and is 2026-12-01 09:00Z by {Zones.TzdbVersion}", Assert.Single(report.Moved));
        Assert.Equal(Now.Instant, (await world.DeliveryAsync("post")).Due);
        Assert.Contains(await world.AuditAsync(), text => text.Contains("clock change", StringComparison.Ordinal));
        Assert.Empty((await world.Host("another").RunDueAsync(Cancel)).Moved);
        Assert.Equal(Now, (await PostAsync("post")).When);
    }

    [Fact]
    public async Task A_wished_instant_does_not_move()
    {
        await world.PlanAsync("post", Then with { IsInstant = true });

        Assert.Empty((await world.RunAsync()).Moved);
        Assert.Equal(Then.Instant, (await world.DeliveryAsync("post")).Due);
    }

    [Fact]
    public async Task A_host_with_an_older_tz_database_moves_nothing()
    {
        var newer = new LedgerWrite { Key = TzdbRecord.Key, Expected = 0, Content = new TzdbRecord("TZDB: 9999z").Seal() };
        await world.Ledger.CommitAsync(new LedgerBatch { Writes = [newer] }, Cancel);
        await world.PlanAsync("post", Then);

        Assert.Empty((await world.RunAsync()).Moved);
    }

    [Fact]
    public async Task What_a_person_moved_or_took_back_stays()
    {
        await world.PlanAsync("gone", Then);
        await world.Desk.WithdrawAsync(await world.DeliveryAsync("gone"), "no", PublishingWorld.Publisher, Cancel);

        Assert.Empty((await world.RunAsync()).Moved);
    }

    [Fact]
    public async Task What_is_held_for_review_moves_with_its_wall_time_and_stays_held()
    {
        await world.PlanAsync("post", Then, new PostMarks(HeldBy: "an election"));

        await world.RunAsync();

        var delivery = await world.DeliveryAsync("post");
        Assert.Equal((DeliveryState.Held, Now.Instant, null), (delivery.State, delivery.PlannedFor, delivery.Due));
    }

    private async Task<ScheduledPost> PostAsync(string id) =>
        ScheduledPost.Open((await world.Ledger.FindAsync(new RecordKey(ScheduledPost.Kind, id), Cancel))!);
}
