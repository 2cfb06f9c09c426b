using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class DamageTests
{
    private readonly ScriptedChannel channel = new("a");
    private readonly PublishingWorld world;

    public DamageTests() => world = new PublishingWorld(channel, new ScriptedChannel("b"));

    [Fact]
    public async Task A_damaged_delivery_sets_itself_aside_and_its_account_goes_on()
    {
        await world.PlanAsync("bad");
        var key = (await world.DeliveryAsync("bad")).RecordKey;
        await world.PlanAsync("good");
        await WriteAsync(key, 1, "rubbish"u8.ToArray());

        var report = await world.RunAsync();

        Assert.Equal(["good"], channel.Shown);
        Assert.Contains(key.ToString(), Assert.Single(report.Faults), StringComparison.Ordinal);
        var kept = await world.Ledger.FindAsync(key, TestContext.Current.CancellationToken);
        Assert.Null(kept!.Due);
        Assert.Equal("rubbish"u8.ToArray(), kept.Content.ToArray());
    }

    [Fact]
    public async Task One_poisonous_post_among_a_thousand_is_tried_as_often_as_allowed_and_stops_no_other()
    {
        var poisoned = new PublishingWorld(new PoisonedChannel("a", poison: "post 500"));
        for (var post = 0; post < 1000; post++)
        {
            await poisoned.PlanAsync($"post {post}");
        }

        await poisoned.RunAsync();
        Assert.Equal(999, await poisoned.Desk.ListAsync(TestContext.Current.CancellationToken)
            .CountAsync(delivery => delivery.State == DeliveryState.Published, TestContext.Current.CancellationToken));

        for (var hour = 0; hour < 10; hour++)
        {
            await poisoned.RunAfterAsync(TimeSpan.FromMinutes(10));
        }

        var last = await poisoned.DeliveryAsync("post 500");
        Assert.Equal((DeliveryState.NeedsHuman, 8), (last.State, last.Attempts));
        Assert.Contains("as often as allowed", last.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_whose_words_are_not_those_that_were_approved_is_not_sent()
    {
        await world.PlanAsync("good words");
        var delivery = await world.DeliveryAsync("good words");
        var forged = delivery.Body with { Rendition = delivery.Rendition with { Text = "other words" } };
        await WriteAsync(delivery.RecordKey, 1, forged.Seal());

        var report = await world.RunAsync();

        Assert.Equal(0, channel.Sent);
        Assert.Single(report.Faults);
    }

    [Fact]
    public async Task A_damaged_pace_is_named_and_costs_neither_its_deliveries_nor_other_accounts()
    {
        await WriteAsync(new RecordKey("pace", "a"), 0, "rubbish"u8.ToArray());
        await world.PlanAsync("post");
        await world.PlanAsync("other", "b");

        var report = await world.RunAsync();

        Assert.Single(report.Faults);
        Assert.Equal(DeliveryState.Published, await world.StateAsync("other"));
        Assert.NotNull((await world.DeliveryAsync("post")).Due);
    }

    [Fact]
    public async Task A_delivery_of_a_newer_program_is_left_to_it()
    {
        await world.PlanAsync("post");
        var delivery = await world.DeliveryAsync("post");
        var newer = StoredRecord.Seal("delivery", 99, delivery.Body, PublishingJson.Default.DeliveryRecord);
        await WriteAsync(delivery.RecordKey, 1, newer);
        await world.PlanAsync("other", "b");

        var report = await world.RunAsync();

        Assert.Single(report.Faults);
        var kept = await world.Ledger.FindAsync(delivery.RecordKey, TestContext.Current.CancellationToken);
        Assert.Equal((2, PublishingWorld.Nine), (kept!.Revision, kept.Due));
    }

    private async Task WriteAsync(RecordKey key, long expected, byte[] content)
    {
        var write = new LedgerWrite { Key = key, Expected = expected, Content = content, Due = PublishingWorld.Nine, Lane = "a" };
        var committed = await world.Ledger.CommitAsync(new LedgerBatch { Writes = [write] }, TestContext.Current.CancellationToken);
        Assert.True(committed.Committed);
    }

    /// <summary>Cannot prepare one post, whatever is tried.</summary>
    private sealed class PoisonedChannel(string id, string poison) : IChannel
    {
        private readonly ScriptedChannel inner = new(id);

        public ChannelAccount Account => inner.Account;

        public ValueTask<ChannelTraits> DescribeAsync(CancellationToken cancel) => inner.DescribeAsync(cancel);

        public ValueTask<PreparedPost> PrepareAsync(Rendition rendition, SendContext context, CancellationToken cancel) =>
            rendition.Text == poison ? throw new InvalidOperationException("poison") : inner.PrepareAsync(rendition, context, cancel);

        public ValueTask<SendOutcome> SendAsync(PreparedPost post, DeliveryKey key, SendContext context, CancellationToken cancel) =>
            inner.SendAsync(post, key, context, cancel);
    }
}
