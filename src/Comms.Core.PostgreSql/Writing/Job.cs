using Comms.Core.Ledger;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>A batch that waits for its commit, and what became of it.</summary>
internal sealed class Job(LedgerBatch batch, CancellationToken cancel)
{
    private readonly TaskCompletionSource<CommitResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerBatch Batch => batch;

    public Task<CommitResult> Answer => _answer.Task;

    /// <summary>Asked once, before the work begins: after that it is done or it fails.</summary>
    public bool IsCancelled => cancel.IsCancellationRequested;

    public int Rows { get; } = batch.Requires.Count + batch.Writes.Count + batch.Entries.Count + batch.Erase.Count;

    public long Bytes { get; } = batch.Writes.Sum(write => (long)(write.Content?.Length ?? 0)) + batch.Entries.Sum(entry => (long)entry.Payload.Length);

    public CommitResult Result { get; set; }

    /// <summary>Tells the caller, once the transaction is durable.</summary>
    public void Succeed() => _answer.SetResult(Result);

    public void Fail(Exception fault) => _answer.SetException(fault);

    public void Cancel() => _answer.SetCanceled(cancel);
}
