using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Comms.Core.Scheduling;
using Comms.Core.Tests.Ledger;
using Xunit;

namespace Comms.Core.Tests.Publishing;

/// <summary>A world whose post went out, and then its ledger is an older copy in which the same post waits.</summary>
public sealed class RestoreTests : IDisposable
{
    private static readonly Receipt Standing = new("it stands");
    private readonly MarkerFolder marks = new();

    public void Dispose() => marks.Dispose();

    [Theory]
    [InlineData(IdempotencyClass.None)]
    [InlineData(IdempotencyClass.ByKey)]
    [InlineData(IdempotencyClass.CreateOnly)]
    public async Task What_stands_is_found_and_not_sent_again(IdempotencyClass idempotency)
    {
        var (channel, restored) = await SentAndRestoredAsync(new AskableChannel("a", idempotency, new ReadBack.Found(Standing)));

        var report = await restored.RunAsync();

        Assert.Single(channel.Shown);
        Assert.Equal(1, channel.Sent);
        Assert.Equal((DeliveryState.Published, Standing), ((await restored.DeliveryAsync("post")).State, (await restored.DeliveryAsync("post")).Receipt));
        Assert.Contains("older than what was sent to a", report.Restored, StringComparison.Ordinal);
        Assert.Contains(await restored.AuditAsync(), entry => entry.Contains("ledger restored", StringComparison.Ordinal));
        Assert.Null((await restored.RunAsync()).Restored);
    }

    [Fact]
    public async Task Where_nobody_can_tell_a_person_is_asked_and_may_decide()
    {
        var (channel, restored) = await SentAndRestoredAsync(new ScriptedChannel("a"));

        await restored.RunAsync();
        var asked = await restored.DeliveryAsync("post");
        Assert.Equal((1, DeliveryState.NeedsHuman), (channel.Sent, asked.State));
        Assert.StartsWith("the ledger was restored from a backup, and it may have been sent before", asked.Reason, StringComparison.Ordinal);

        restored.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await restored.Desk.SendAgainAsync(asked, PublishingWorld.Publisher, PublishingWorld.Cancel));
        await restored.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((2, DeliveryState.Published), (channel.Sent, await restored.StateAsync("post")));
    }

    [Fact]
    public async Task What_is_conclusively_absent_goes_out_where_the_channel_cannot_show_it_twice()
    {
        var (channel, restored) = await SentAndRestoredAsync(new AskableChannel("a", IdempotencyClass.CreateOnly, new ReadBack.Absent()));

        await restored.RunAsync();

        Assert.Equal((2, 1), (channel.Sent, channel.Shown.Count));
        Assert.Equal(DeliveryState.Published, await restored.StateAsync("post"));
    }

    [Theory]
    [InlineData(2, DeliveryState.NeedsHuman)]
    [InlineData(1000, DeliveryState.Published)]
    public async Task A_key_has_aged_since_the_earliest_instant_at_which_it_can_have_been_used(int minutes, DeliveryState end)
    {
        var channel = new AskableChannel("a", IdempotencyClass.ByKey, new ReadBack.Absent(), TimeSpan.FromMinutes(minutes));
        var (_, restored) = await SentAndRestoredAsync(channel);

        await restored.RunAfterAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(end, await restored.StateAsync("post"));
    }

    [Fact]
    public async Task What_is_planned_for_later_goes_out_at_its_time_and_unasked()
    {
        var (channel, restored) = await SentAndRestoredAsync(new ScriptedChannel("a"));
        await restored.PlanAsync("tomorrow", at: PublishingWorld.Nine.AddDays(1));
        await restored.RunAsync();

        await restored.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal(["post", "tomorrow"], channel.Shown);
    }

    [Fact]
    public async Task Too_late_is_judged_only_of_what_does_not_stand()
    {
        var (_, restored) = await SentAndRestoredAsync(new AskableChannel("a", IdempotencyClass.None, new ReadBack.Found(Standing)), Lateness.Expire);

        await restored.RunAfterAsync(TimeSpan.FromHours(5));

        Assert.Equal(DeliveryState.Published, await restored.StateAsync("post"));
    }

    [Fact]
    public async Task Without_a_marker_a_person_says_that_the_ledger_was_restored()
    {
        var channel = new AskableChannel("a", IdempotencyClass.None, new ReadBack.Found(Standing));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");
        Assert.False(await world.Desk.BeginEpochAsync("restored", new("writer", ["author"]), PublishingWorld.Cancel));
        Assert.True(await world.Desk.BeginEpochAsync("restored", PublishingWorld.Publisher, PublishingWorld.Cancel));

        await world.RunAsync();

        Assert.Equal((0, DeliveryState.Published), (channel.Sent, await world.StateAsync("post")));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("two")]
    public async Task An_epoch_that_begins_meanwhile_on_any_host_refuses_an_intent_made_before_it(string host)
    {
        var channel = new AskableChannel("a", IdempotencyClass.None, new ReadBack.Found(Standing));
        var world = new PublishingWorld(channel);
        await world.PlanAsync("post");
        channel.Preparing = async cancel =>
        {
            channel.Preparing = _ => ValueTask.CompletedTask;
            Assert.True(await world.Host(host).BeginEpochAsync("restored", PublishingWorld.Publisher, cancel));
        };

        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((0, DeliveryState.Published), (channel.Sent, await world.StateAsync("post")));
    }

    [Fact]
    public async Task The_same_ledger_is_never_taken_for_an_older_one()
    {
        var channel = new ScriptedChannel("a", IdempotencyClass.ByKey);
        var marker = marks.Open();
        var world = new PublishingWorld(channel) { Marker = marker };
        for (var post = 0; post < 20; post++)
        {
            await world.PlanAsync($"post {post}");
            Assert.Null((await world.Host($"host {post % 3}").RunDueAsync(PublishingWorld.Cancel)).Restored);
        }

        Assert.Equal(20, channel.Shown.Count);
    }

    [Fact]
    public async Task A_backup_of_the_epoch_before_is_noticed_again()
    {
        var channel = new AskableChannel("a", IdempotencyClass.None, new ReadBack.Found(Standing));
        var (_, first) = await SentAndRestoredAsync(channel);
        await first.RunAsync();
        await first.PlanAsync("new", at: PublishingWorld.Nine.AddHours(1));
        await first.RunAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(2, channel.Sent);

        var marker = marks.Open();
        var second = new PublishingWorld(channel) { Marker = marker };
        await second.PlanAsync("new");

        Assert.NotNull((await second.RunAsync()).Restored);
        Assert.Equal(2, channel.Sent);
    }

    [Fact]
    public async Task Nothing_is_sent_that_the_marker_could_not_keep()
    {
        var channel = new ScriptedChannel("a");
        var world = new PublishingWorld(channel) { Marker = new FullMarker() };
        await world.PlanAsync("post");

        await world.RunAsync();

        var post = await world.DeliveryAsync("post");
        Assert.Equal((0, DeliveryState.Retrying, "the disk is full"), (channel.Sent, post.State, post.Reason));
    }

    private async Task<(TChannel Channel, PublishingWorld Restored)> SentAndRestoredAsync<TChannel>(TChannel channel, Lateness? lateness = null)
        where TChannel : ScriptedChannel
    {
        var marker = marks.Open();
        var lost = new PublishingWorld(channel) { Marker = marker };
        await lost.PlanAsync("post", lateness: lateness);
        await lost.RunAsync();
        Assert.Equal(1, channel.Sent);

        var restored = new PublishingWorld(channel) { Marker = marker };
        await restored.PlanAsync("post", lateness: lateness);
        return (channel, restored);
    }

    private sealed class FullMarker : IHighWaterMarker
    {
        public ValueTask<HighWater> ReadAsync(string account, CancellationToken cancel) => ValueTask.FromResult(default(HighWater));

        public ValueTask MarkAsync(string account, HighWater mark, CancellationToken cancel) => throw new LedgerException("the disk is full");
    }
}
