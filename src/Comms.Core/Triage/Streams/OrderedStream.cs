using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Comms.Core.Triage.Streams;

/// <summary>
/// Judges a stream on several workers and gives the results in the order of the source. A fixed number of batches goes
/// round: a worker needs an empty one to read more, so that a reader who stops taking stops the source, and memory stays
/// the same however long the stream is.
/// </summary>
internal sealed class OrderedStream<TItem, TOut>
{
    private const int BatchesPerWorker = 3;
    private const int LargestBatch = 256;

    private readonly Channel<Batch<TItem, TOut>> _empty = Channel.CreateUnbounded<Batch<TItem, TOut>>();
    private readonly Channel<Batch<TItem, TOut>> _ordered = Channel.CreateUnbounded<Batch<TItem, TOut>>();
    private readonly Channel<SourceTurns<TItem, TOut>> _turn = Channel.CreateBounded<SourceTurns<TItem, TOut>>(1);
    private readonly Func<Func<TItem, TOut>> _newWorker;
    private readonly TriageStreamOptions _options;

    private OrderedStream(Func<Func<TItem, TOut>> newWorker, TriageStreamOptions options)
    {
        (_newWorker, _options) = (newWorker, options);
        var batches = Math.Min(options.ReadAhead, options.Workers * BatchesPerWorker);
        for (var i = 0; i < batches; i++)
        {
            _empty.Writer.TryWrite(new Batch<TItem, TOut>(Math.Min(LargestBatch, options.ReadAhead / batches)));
        }
    }

    /// <param name="newWorker">Makes what judges; called once for each worker.</param>
    /// <param name="options">Checked.</param>
    /// <param name="source">Read from its start each time the stream is.</param>
    /// <param name="cancel">Stops at once.</param>
    public static async IAsyncEnumerable<TOut> RunAsync(
        Func<Func<TItem, TOut>> newWorker, TriageStreamOptions options, IAsyncEnumerable<TItem> source, [EnumeratorCancellation] CancellationToken cancel)
    {
        var stream = new OrderedStream<TItem, TOut>(newWorker, options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var working = stream.WorkAsync(source.GetAsyncEnumerator(stop.Token), stop.Token);
        try
        {
            await foreach (var batch in stream._ordered.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                await batch.Judged.WaitAsync(cancel).ConfigureAwait(false);
                for (var i = 0; i < batch.Count; i++)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return batch[i];
                }

                batch.ThrowIfFaulted();
                batch.Clear();
                stream._empty.Writer.TryWrite(batch);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await LeaveAsync(working, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Who cancels does not wait for a source that does not listen; it is let go of when it answers.</summary>
    private static Task LeaveAsync(Task working, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? Task.CompletedTask : working;

    private async Task WorkAsync(IAsyncEnumerator<TItem> source, CancellationToken cancel)
    {
        var turns = new SourceTurns<TItem, TOut>(source);
        _turn.Writer.TryWrite(turns);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(_ => Task.Run(() => WorkAsync(cancel), CancellationToken.None)))
                .ConfigureAwait(false);
        }
        finally
        {
            _ordered.Writer.TryComplete(turns.Fault);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        var judge = _newWorker();
        while (!cancel.IsCancellationRequested && await NextAsync(cancel).ConfigureAwait(false) is { } batch)
        {
            batch.Judge(judge, cancel);
        }
    }

    /// <summary>Takes a turn at the source; null when it has ended.</summary>
    private async ValueTask<Batch<TItem, TOut>?> NextAsync(CancellationToken cancel)
    {
        var turns = await _turn.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (turns.Ended || cancel.IsCancellationRequested || await EmptyAsync(cancel).ConfigureAwait(false) is not { } batch)
            {
                return null;
            }

            await turns.FillAsync(batch).ConfigureAwait(false);
            if (batch.Count > 0)
            {
                _ordered.Writer.TryWrite(batch);
            }

            return batch;
        }
        finally
        {
            _turn.Writer.TryWrite(turns);
        }
    }

    /// <summary>An empty batch, waited for while all are on their way; null once the reader has left.</summary>
    private async ValueTask<Batch<TItem, TOut>?> EmptyAsync(CancellationToken cancel)
    {
        try
        {
            return await _empty.Reader.ReadAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
