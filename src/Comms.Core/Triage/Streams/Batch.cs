using System.Runtime.ExceptionServices;

namespace Comms.Core.Triage.Streams;

/// <summary>
/// Some messages on their way through: filled by a worker, judged by it, taken by the reader, and used again. One worker
/// or the reader has it, never both.
/// </summary>
internal sealed class Batch<TItem, TOut>(int size)
{
    private readonly TItem[] _items = new TItem[size];
    private readonly TOut[] _results = new TOut[size];
    private TaskCompletionSource _judged = New();
    private ExceptionDispatchInfo? _fault;

    public int Count { get; private set; }

    public bool IsFull => Count == _items.Length;

    /// <summary>Ends when its messages are judged, as far as that went.</summary>
    public Task Judged => _judged.Task;

    public void Add(TItem item) => _items[Count++] = item;

    public void Judge(Func<TItem, TOut> judge, CancellationToken cancel)
    {
        var done = 0;
        try
        {
            for (; done < Count && !cancel.IsCancellationRequested; done++)
            {
                _results[done] = judge(_items[done]);
            }
        }
        catch (Exception fault) when (Keep(fault))
        {
        }

        (Count, var read) = (done, Count);
        Array.Clear(_items, 0, read);
        _judged.TrySetResult();
    }

    /// <summary>What went wrong with the message after the last one judged, if anything did.</summary>
    public void ThrowIfFaulted() => _fault?.Throw();

    public TOut this[int index] => _results[index];

    /// <summary>Lets go of what it holds, so that the next message finds it empty.</summary>
    public void Clear()
    {
        Array.Clear(_results, 0, Count);
        Count = 0;
        _judged = New();
    }

    private bool Keep(Exception fault)
    {
        _fault = ExceptionDispatchInfo.Capture(fault);
        return true;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
