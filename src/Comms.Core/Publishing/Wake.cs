using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// Waits for the next delivery: until it falls due, as the ledger tells, or until something changed. Where the ledger gives no
/// hints, and wherever one is lost, the host looks again after the longest wait. Thread-safe; each news wakes whoever waits.
/// </summary>
internal sealed class Wake(ILedger ledger, LedgerTime clock)
{
    private readonly Lock _gate = new();
    private readonly IDueHints? _hints = ledger as IDueHints;
    private TaskCompletionSource _news = New();
    private IDisposable? _hearing;

    /// <summary>Whether the ledger gives hints.</summary>
    public bool IsTold => _hints is not null;

    /// <param name="atMost">The longest wait.</param>
    /// <param name="orUntil">Ends it too, however it ends itself.</param>
    /// <param name="cancel">Ends it with <see cref="OperationCanceledException"/>.</param>
    public async ValueTask WaitAsync(TimeSpan atMost, Task orUntil, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Hear();
        var news = _news;
        if (!news.Task.IsCompleted)
        {
            var next = await NextAsync(cancel).ConfigureAwait(false);
            var over = new TaskCompletionSource();
            var timer = clock.CreateTimer(_ => over.TrySetResult(), null, next < atMost ? next.Value : atMost, Timeout.InfiniteTimeSpan);
            await using var timerScope = timer.ConfigureAwait(false);
            await Task.WhenAny(news.Task, over.Task, orUntil).WaitAsync(cancel).ConfigureAwait(false);
        }

        if (news.Task.IsCompleted)
        {
            // What comes from here on is for the next wait, since the ledger is looked at in between.
            Interlocked.CompareExchange(ref _news, New(), news);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Hear()
    {
        lock (_gate)
        {
            if (_hearing is null && _hints is not null)
            {
                // Whatever came before anyone listened is looked for now.
                _hearing = _hints.Hear(Delivery.Kind, Ring);
                Ring();
            }
        }
    }

    private void Ring() => Volatile.Read(ref _news).TrySetResult();

    private async ValueTask<TimeSpan?> NextAsync(CancellationToken cancel) =>
        _hints is null ? null : await clock.NextDueAsync(_hints, Delivery.Kind, cancel).ConfigureAwait(false);
}
