using Comms.Core.Ledger;
using Comms.Core.Publishing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Publishing;

public sealed class WakeTests
{
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(10);
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryLedger _ledger;
    private readonly Wake _wake;

    public WakeTests()
    {
        _ledger = new InMemoryLedger(_clock);
        _wake = new Wake(_ledger, new LedgerTime(_clock, follows: false));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_when_the_next_delivery_falls_due_and_not_before()
    {
        await PlanAsync("due in a while", TimeSpan.FromSeconds(90));
        await ReadyAsync();

        var waiting = _wake.WaitAsync(AtMost, Never, Cancel).AsTask();
        await PassAsync(TimeSpan.FromSeconds(89));
        Assert.False(waiting.IsCompleted);

        await PassAsync(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task It_ends_when_something_was_planned_though_nothing_was_known_to_be_due()
    {
        await ReadyAsync();
        var waiting = _wake.WaitAsync(AtMost, Never, Cancel).AsTask();

        await PlanAsync("at once", TimeSpan.Zero);

        await waiting;
    }

    [Fact]
    public async Task What_was_planned_while_nobody_waited_is_not_missed_and_wakes_once()
    {
        await ReadyAsync();
        await PlanAsync("during a run", TimeSpan.Zero);
        await PlanAsync("during the same run", TimeSpan.Zero);
        await _wake.WaitAsync(AtMost, Never, Cancel);

        var next = _wake.WaitAsync(AtMost, Never, Cancel).AsTask();
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.False(next.IsCompleted);
        await PassAsync(AtMost);
        await next;
    }

    [Fact]
    public async Task Other_records_wake_nobody_and_the_longest_wait_ends_by_itself()
    {
        await ReadyAsync();
        var waiting = _wake.WaitAsync(AtMost, Never, Cancel).AsTask();

        await PlanAsync("a case", TimeSpan.Zero, kind: "case");
        await PassAsync(AtMost - TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);

        await PassAsync(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task Over_a_ledger_without_hints_it_is_the_longest_wait()
    {
        var plain = new Wake(new Plain(_ledger), new LedgerTime(_clock, follows: false));
        await PlanAsync("soon", TimeSpan.FromSeconds(5));

        var waiting = plain.WaitAsync(AtMost, Never, Cancel).AsTask();
        await PassAsync(AtMost - TimeSpan.FromSeconds(1));
        Assert.False(waiting.IsCompleted);
        await PassAsync(TimeSpan.FromSeconds(1));
        await waiting;
    }

    [Fact]
    public async Task Whatever_else_the_host_waits_for_ends_it()
    {
        await ReadyAsync();
        var other = new TaskCompletionSource();
        var waiting = _wake.WaitAsync(AtMost, other.Task, Cancel).AsTask();
        Assert.False(waiting.IsCompleted);

        other.SetException(new InvalidOperationException("however it ends"));

        await waiting;
    }

    [Fact]
    public async Task A_host_that_stops_ends_it()
    {
        await ReadyAsync();
        using var stop = new CancellationTokenSource();
        var waiting = _wake.WaitAsync(AtMost, Never, stop.Token).AsTask();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>The first wait ends at once: what came before anyone listened is looked for.</summary>
    private async Task ReadyAsync() => await _wake.WaitAsync(AtMost, Never, Cancel);

    private async Task PlanAsync(string id, TimeSpan after, string kind = Delivery.Kind)
    {
        var write = new LedgerWrite { Key = new RecordKey(kind, id), Expected = 0, Content = new byte[] { 1 }, Due = _clock.GetUtcNow() + after };
        Assert.True((await _ledger.CommitAsync(new LedgerBatch { Writes = [write] }, Cancel)).Committed);
    }

    private async Task PassAsync(TimeSpan span)
    {
        _clock.Advance(span);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
    }

    private sealed class Plain(ILedger inner) : LedgerDecorator(inner);
}
