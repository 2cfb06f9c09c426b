using Comms.Core.Channels;
using Comms.Core.Publishing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public class ManyHostsTests
{
    [Fact]
    public async Task Two_dispatchers_on_one_ledger_send_every_post_once()
    {
        var channels = Enumerable.Range(0, 8).Select(i => new ScriptedChannel($"account {i}")).ToArray();
        foreach (var channel in channels)
        {
            channel.Preparing = async _ => await Task.Yield();
        }

        var world = new PublishingWorld(channels) { Options = new PublishingOptions { Batch = 7 } };
        for (var i = 0; i < 200; i++)
        {
            await world.PlanAsync($"post {i}", $"account {i * 7 % 8}");
        }

        var cancel = TestContext.Current.CancellationToken;
        var hosts = Enumerable.Range(0, 4).Select(i => world.Host($"host {i % 2}")).ToList();
        await Task.WhenAll(hosts.Select(host => Task.Run(async () => await host.RunDueAsync(cancel), cancel)));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"post {i}").Order(StringComparer.Ordinal),
            channels.SelectMany(channel => channel.Shown).Order(StringComparer.Ordinal));
        Assert.All(channels, channel => Assert.Equal(
            channel.Shown.OrderBy(text => int.Parse(text[5..], System.Globalization.CultureInfo.InvariantCulture)), channel.Shown));
    }

    [Fact]
    public async Task A_graceful_stop_finishes_what_is_sent_and_frees_what_is_not()
    {
        var channel = new ScriptedChannel("a", IdempotencyClass.None);
        var world = new PublishingWorld(channel);
        using var stop = new CancellationTokenSource();
        channel.Sends.Enqueue(async (post, key, _, cancel) =>
        {
            await stop.CancelAsync();
            Assert.False(cancel.IsCancellationRequested);
            return channel.Show(post, key);
        });
        await world.PlanAsync("one");
        await world.PlanAsync("two");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await world.Host("one").RunDueAsync(stop.Token));
        Assert.Equal(DeliveryState.Published, await world.StateAsync("one"));
        Assert.Equal(DeliveryState.Scheduled, await world.StateAsync("two"));

        await world.Host("two").RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["one", "two"], channel.Shown);
    }

    [Fact]
    public async Task A_stop_while_preparing_frees_the_delivery_as_it_was()
    {
        var channel = new ScriptedChannel("a");
        var world = new PublishingWorld(channel);
        using var stop = new CancellationTokenSource();
        channel.Preparing = async cancel =>
        {
            await stop.CancelAsync();
            cancel.ThrowIfCancellationRequested();
        };
        await world.PlanAsync("one");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await world.Host("one").RunDueAsync(stop.Token));

        channel.Preparing = _ => ValueTask.CompletedTask;
        await world.Host("two").RunDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["one"], channel.Shown);
        Assert.Equal(1, (await world.DeliveryAsync("one")).Attempts);
    }
}
