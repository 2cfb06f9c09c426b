namespace Comms.Core.Sqlite.Writing;

/// <summary>Work for the one writer. It may run twice, if the transaction it shared failed on another's account.</summary>
internal abstract class Job(int weight, CancellationToken cancel)
{
    /// <summary>About how many rows it writes.</summary>
    public int Weight { get; } = weight;

    /// <summary>Asked once, before the work begins: after that it is done or it fails.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    public abstract void Run(Transaction transaction);

    /// <summary>Tells the caller, once the transaction is durable.</summary>
    public abstract void Succeed();

    public abstract void Fail(Exception fault);

    public abstract void Cancel();
}

/// <summary>Work with an answer.</summary>
internal sealed class Job<T>(Func<Transaction, T> work, int weight, CancellationToken cancel) : Job(weight, cancel)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancel = cancel;
    private T? _found;

    public Task<T> Answer => _answer.Task;

    public override void Run(Transaction transaction) => _found = work(transaction);

    public override void Succeed() => _answer.SetResult(_found!);

    public override void Fail(Exception fault) => _answer.SetException(fault);

    public override void Cancel() => _answer.SetCanceled(_cancel);
}
