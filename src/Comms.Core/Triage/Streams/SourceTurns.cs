namespace Comms.Core.Triage.Streams;

/// <summary>
/// Reads a source for several workers, who take turns: the order of the turns is the order of the messages. A batch goes
/// on its way when it is full, and also when the source has nothing ready, so that a slow source's messages do not wait.
/// </summary>
internal sealed class SourceTurns<TItem, TOut>(IAsyncEnumerator<TItem> source)
{
    private ValueTask<bool>? _next;

    /// <summary>Why the source ended; null when it came to its end.</summary>
    public Exception? Fault { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>Fills a batch; it stays empty only when the source has ended.</summary>
    public async ValueTask FillAsync(Batch<TItem, TOut> batch)
    {
        try
        {
            while (!batch.IsFull && !Ended)
            {
                var next = _next ?? source.MoveNextAsync();
                _next = null;
                if (!next.IsCompleted && batch.Count > 0)
                {
                    _next = next;
                    return;
                }

                await AddAsync(next, batch).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (Keep(fault))
        {
        }
    }

    private async ValueTask AddAsync(ValueTask<bool> next, Batch<TItem, TOut> batch)
    {
        if (await next.ConfigureAwait(false))
        {
            batch.Add(source.Current);
        }
        else
        {
            Ended = true;
        }
    }

    /// <summary>What came before the fault goes on; the fault comes after it.</summary>
    private bool Keep(Exception fault)
    {
        (Fault, Ended) = (fault, true);
        return true;
    }
}
