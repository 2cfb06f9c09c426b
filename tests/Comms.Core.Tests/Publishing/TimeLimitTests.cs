using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class TimeLimitTests
{
    private readonly ScriptedChannel slow = new("a");
    private readonly ScriptedChannel quick = new("b");
    private readonly PublishingWorld world;

    public TimeLimitTests() => world = new PublishingWorld(slow, quick) { Options = new PublishingOptions { Batch = 30, OnTime = TimeSpan.FromHours(1) } };

    [Theory]
    [InlineData(false, 60)]
    [InlineData(true, 90)]
    public async Task A_send_that_does_not_end_is_an_unknown_outcome(bool deaf, int seconds)
    {
        slow.ThenHang(deaf);
        await world.PlanAsync("post");

        var run = world.RunAsync().AsTask();
        Assert.False(run.IsCompleted);
        world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await run;

        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_preparation_that_ignores_its_limit_does_not_stop_the_dispatcher()
    {
        slow.Preparing = _ => new ValueTask(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None));
        await world.PlanAsync("post");

        var run = world.RunAsync().AsTask();
        world.Clock.Advance(TimeSpan.FromSeconds(90));
        await run;

        Assert.Equal(DeliveryState.Retrying, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_slow_account_keeps_no_other_waiting()
    {
        slow.ThenHang();
        await world.PlanAsync("one");
        await world.PlanAsync("two");
        await world.PlanAsync("three");
        await world.PlanAsync("other", "b");

        var run = world.RunAsync().AsTask();

        Assert.Equal(["other"], quick.Shown);
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        await run;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_does_it_keep_waiting_what_falls_due_while_it_is_at_work_whether_or_not_the_ledger_hints(bool hints)
    {
        slow.ThenHang();
        await world.PlanAsync("one");
        await world.PlanAsync("falls due meanwhile", "b", world.Clock.GetUtcNow().AddSeconds(30));
        var host = hints ? world.Desk : world.HostOn("plain", new Plain(world.Ledger));

        var run = host.RunDueAsync(PublishingWorld.Cancel).AsTask();
        for (var second = 0; second < 30; second++)
        {
            Assert.Empty(quick.Shown);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["falls due meanwhile"], quick.Shown);
        world.Clock.Advance(TimeSpan.FromSeconds(60));
        await run;
    }

    [Fact]
    public async Task An_account_that_keeps_failing_rests_and_nothing_of_it_is_doubtful_meanwhile()
    {
        for (var i = 0; i < 5; i++)
        {
            slow.ThenThrow(new HttpRequestException("down"), shows: false);
        }

        for (var i = 0; i < 7; i++)
        {
            await world.PlanAsync($"post {i}");
        }

        await world.PlanAsync("other", "b");
        await world.RunAsync();

        var states = await world.Desk.ListAsync(PublishingWorld.Cancel)
            .Where(delivery => delivery.Rendition.Account == "a").Select(delivery => delivery.State).ToListAsync(PublishingWorld.Cancel);
        Assert.Equal(5, slow.Sent);
        Assert.Equal(5, states.Count(state => state == DeliveryState.Ambiguous));
        Assert.Equal(2, states.Count(state => state == DeliveryState.Retrying));
        Assert.Equal(["other"], quick.Shown);
    }

    [Fact]
    public async Task What_cannot_be_finished_within_its_lease_is_claimed_afresh()
    {
        for (var i = 0; i < 20; i++)
        {
            await world.PlanAsync($"post {i}");
            slow.Sends.Enqueue((post, key, _, _) =>
            {
                world.Clock.Advance(TimeSpan.FromSeconds(50));
                return ValueTask.FromResult(slow.Show(post, key));
            });
        }

        var report = await world.RunAsync();

        Assert.Equal(20, slow.Shown.Count);
        Assert.Empty(report.Faults);
    }

    private sealed class Plain(ILedger inner) : LedgerDecorator(inner);
}
