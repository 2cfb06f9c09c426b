using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Ledger;
using Comms.Core.Listening;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Listening;

public class SourceReaderTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Nine);
    private readonly ScriptedSource source = new();
    private readonly ListeningDesk desk;

    public SourceReaderTests() => desk = new ListeningDesk(new InMemoryLedger(clock), clock, [source]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_that_does_not_answer_is_given_up_and_what_it_gave_before_stays()
    {
        source.Then = async cancel => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);

        var report = await RunAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((1, "scripted: it did not answer within 30 seconds"), (report.Heard, Assert.Single(report.Faults)));
    }

    [Fact]
    public async Task A_source_that_does_not_stop_when_told_is_left_to_itself_until_it_ends()
    {
        var never = new TaskCompletionSource();
        source.Then = _ => never.Task;

        Assert.Contains("did not answer", Assert.Single((await RunAsync(TimeSpan.FromSeconds(45))).Faults), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("scripted: it has not ended its last answer yet", Assert.Single((await desk.RunDueAsync(Cancel)).Faults));
        never.SetResult();
        source.Then = _ => Task.CompletedTask;
        Assert.Empty((await desk.RunDueAsync(Cancel)).Faults);
    }

    [Fact]
    public async Task A_fault_in_a_source_is_told_and_the_host_goes_on()
    {
        source.Then = _ => throw new InvalidOperationException("a mistake in an adapter");

        Assert.Equal("scripted: a mistake in an adapter", Assert.Single((await desk.RunDueAsync(Cancel)).Faults));
    }

    [Fact]
    public async Task A_server_is_left_alone_between_two_looks()
    {
        await desk.RunDueAsync(Cancel);
        await desk.RunDueAsync(Cancel);
        Assert.Equal(1, source.Looks);

        clock.Advance(source.Every);
        await desk.RunDueAsync(Cancel);
        Assert.Equal(2, source.Looks);
    }

    [Fact]
    public async Task A_server_that_asks_for_longer_is_given_longer()
    {
        source.Then = _ => throw new ChannelException("too often") { RetryAfter = TimeSpan.FromMinutes(10) };
        await desk.RunDueAsync(Cancel);

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Empty((await desk.RunDueAsync(Cancel)).Faults);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single((await desk.RunDueAsync(Cancel)).Faults);
    }

    [Fact]
    public async Task A_hint_ends_the_rest()
    {
        await desk.RunDueAsync(Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watch = desk.WatchAsync(stop.Token);

        source.Hint();
        await desk.RunDueAsync(Cancel);

        Assert.Equal(2, source.Looks);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public async Task A_hint_that_fails_does_not_end_the_watch()
    {
        await desk.RunDueAsync(Cancel);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watch = desk.WatchAsync(stop.Token);
        source.Hint(new ChannelException("the line is down"));
        clock.Advance(TimeSpan.FromSeconds(1));

        source.Hint();
        await desk.RunDueAsync(Cancel);

        Assert.False(watch.IsCompleted);
        Assert.Equal(2, source.Looks);
        await stop.CancelAsync();
    }

    /// <summary>Runs, and lets the clock go on while the source keeps the run waiting.</summary>
    private async Task<ListeningReport> RunAsync(TimeSpan time)
    {
        var run = desk.RunDueAsync(Cancel).AsTask();
        await source.Asked.Task;
        clock.Advance(time);
        return await run;
    }

    private sealed class ScriptedSource : IMessageSource, IPacedSource, IWakingSource
    {
        private TaskCompletionSource hint = new();

        public string Id => "scripted";

        public TimeSpan Every => TimeSpan.FromSeconds(20);

        public int Looks { get; private set; }

        /// <summary>What it does after its first page.</summary>
        public Func<CancellationToken, Task> Then { get; set; } = _ => Task.CompletedTask;

        public TaskCompletionSource Asked { get; } = new();

        public void Hint(Exception? fault = null)
        {
            var told = hint;
            hint = new TaskCompletionSource();
            if (fault is null)
            {
                told.SetResult();
            }
            else
            {
                told.SetException(fault);
            }
        }

        public async ValueTask WaitAsync(CancellationToken cancel) => await hint.Task.WaitAsync(cancel);

        public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
        {
            Looks++;
            var item = new SourceItem { Id = $"{Looks}", Text = "Thank you", At = Nine };
            yield return new SourcePage([new SourceEvent.Posted(item)], new SourceCursor($"{Looks}"));
            Asked.TrySetResult();
            await Then(cancel);
        }
    }
}
