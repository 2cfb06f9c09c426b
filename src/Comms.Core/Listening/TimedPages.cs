using System.Runtime.CompilerServices;
using Comms.Core.Channels;

namespace Comms.Core.Listening;

/// <summary>The pages of one look at a source, each within its time limit. What is done with a page does not count.</summary>
internal sealed class TimedPages(IMessageSource source, TimeProvider clock, ListeningOptions options)
{
    /// <summary>The page that did not end although it was told to; null when none.</summary>
    public Task? Hanging { get; private set; }

    /// <exception cref="TimeoutException">A page took too long.</exception>
    public async IAsyncEnumerable<SourcePage> ReadAsync(SourceCursor from, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var pages = source.ReadAsync(from, either.Token).GetAsyncEnumerator(either.Token);
        try
        {
            while (await NextAsync(pages, limit, cancel).ConfigureAwait(false))
            {
                yield return pages.Current;
            }
        }
        finally
        {
            // An enumerator that is still at work cannot be disposed of.
            if (Hanging is null)
            {
                await pages.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<SourcePage> pages, CancellationTokenSource limit, CancellationToken cancel)
    {
        limit.CancelAfter(options.PageTimeout);
        var next = pages.MoveNextAsync().AsTask();
        try
        {
            return await next.WaitAsync(options.HardStop, clock, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException(message: null, fault);
        }
        finally
        {
            Hanging = next.IsCompleted ? null : next;
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }
}
