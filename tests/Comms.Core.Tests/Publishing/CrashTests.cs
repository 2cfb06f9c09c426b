using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class CrashTests
{
    [Theory]
    [InlineData(IdempotencyClass.ByKey, true, DeliveryState.Published)]
    [InlineData(IdempotencyClass.ByKey, false, DeliveryState.Published)]
    [InlineData(IdempotencyClass.CreateOnly, true, DeliveryState.Published)]
    [InlineData(IdempotencyClass.CreateOnly, false, DeliveryState.Published)]
    [InlineData(IdempotencyClass.None, true, DeliveryState.NeedsHuman)]
    [InlineData(IdempotencyClass.None, false, DeliveryState.NeedsHuman)]
    public async Task A_host_that_dies_after_its_intent_is_settled_by_another(IdempotencyClass idempotency, bool shown, DeliveryState end)
    {
        var channel = new ScriptedChannel("a", idempotency);
        var world = new PublishingWorld(channel);
        channel.Sends.Enqueue((post, key, _, _) =>
        {
            if (shown)
            {
                channel.Show(post, key);
            }

            return new ValueTask<SendOutcome>(new TaskCompletionSource<SendOutcome>().Task);
        });
        await world.PlanAsync("post");
        _ = world.HostOn("dead", new DyingLedger(world.Ledger)).RunDueAsync(PublishingWorld.Cancel).AsTask();
        Assert.Equal(DeliveryState.Sending, await world.StateAsync("post"));

        world.Clock.Advance(TimeSpan.FromMinutes(4.9));
        await world.RunAsync();
        Assert.Equal(DeliveryState.Sending, await world.StateAsync("post"));

        await world.RunAfterAsync(TimeSpan.FromMinutes(0.2));
        Assert.Equal(DeliveryState.Ambiguous, await world.StateAsync("post"));

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(end, await world.StateAsync("post"));
        Assert.Equal(shown || end == DeliveryState.Published ? 1 : 0, channel.Shown.Count);
    }

    [Fact]
    public async Task A_sender_that_lost_its_lease_before_the_intent_sends_nothing()
    {
        var channel = new ScriptedChannel("a");
        var world = new PublishingWorld(channel);
        channel.Preparing = _ =>
        {
            world.Clock.Advance(TimeSpan.FromMinutes(6));
            return ValueTask.CompletedTask;
        };
        await world.PlanAsync("post");
        var frozen = world.HostOn("frozen", new OneClaim(world.Ledger));

        var report = await frozen.RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, channel.Sent);
        Assert.NotEmpty(report.Faults);
    }

    [Fact]
    public async Task The_outcome_of_a_sender_that_lost_its_lease_is_fenced_off()
    {
        var channel = new ScriptedChannel("a", IdempotencyClass.ByKey);
        var world = new PublishingWorld(channel);
        var thawed = new TaskCompletionSource<SendOutcome>();
        channel.Sends.Enqueue((_, _, _, _) => new ValueTask<SendOutcome>(thawed.Task));
        await world.PlanAsync("post");
        var frozen = world.HostOn("frozen", new DyingLedger(world.Ledger, dies: false)).RunDueAsync(TestContext.Current.CancellationToken);
        world.Clock.Advance(TimeSpan.FromMinutes(6));
        await frozen;
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        thawed.SetResult(new SendOutcome.Rejected("late"));

        Assert.Equal(DeliveryState.Published, await world.StateAsync("post"));
    }

    [Fact]
    public async Task A_host_that_stood_still_after_its_intent_sends_no_more()
    {
        var channel = new ScriptedChannel("a");
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");
        var frozen = world.HostOn("frozen", new FreezingLedger(world));

        await frozen.RunDueAsync(PublishingWorld.Cancel);

        Assert.Equal(0, channel.Sent);
        Assert.Equal(DeliveryState.Retrying, await world.StateAsync("post"));
    }

    /// <summary>Keeps an intent, and answers a minute and a half later.</summary>
    private sealed class FreezingLedger(PublishingWorld world) : LedgerDecorator(world.Ledger)
    {
        public override async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
        {
            var result = await base.CommitAsync(batch, cancel);
            if (batch.Writes.Any(write => !write.Release))
            {
                world.Clock.Advance(TimeSpan.FromSeconds(90));
            }

            return result;
        }
    }

    /// <summary>Claims once: a host that is stopped and never comes to claim again.</summary>
    private sealed class OneClaim(ILedger inner) : LedgerDecorator(inner)
    {
        private bool claimed;

        public override ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel)
        {
            var again = claimed;
            claimed = true;
            return again ? ValueTask.FromResult<IReadOnlyList<LeasedRecord>>([]) : base.ClaimAsync(request, cancel);
        }
    }

    /// <summary>Lets an intent through and nothing after it, as a process that was killed.</summary>
    private sealed class DyingLedger(ILedger inner, bool dies = true) : LedgerDecorator(inner)
    {
        private bool dead;

        public override ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
        {
            var lost = dead;
            dead |= dies && batch.Writes.Any(write => write.Key.Kind == Delivery.Kind);
            return lost ? throw new LedgerException("killed") : base.CommitAsync(batch, cancel);
        }
    }
}
