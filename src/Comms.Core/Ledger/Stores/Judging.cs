namespace Comms.Core.Ledger.Stores;

/// <summary>Whether a batch may be kept, by what was there before it. Compiled into each ledger.</summary>
internal static class Judging
{
    /// <param name="batch">What is to be kept.</param>
    /// <param name="find">Finds a record as it was before the batch; asked in the batch's order, requirements first.</param>
    /// <param name="now">The lease clock, in Unix milliseconds.</param>
    public static CommitResult Of(LedgerBatch batch, Func<RecordKey, RecordState> find, long now)
    {
        foreach (var required in batch.Requires)
        {
            if (find(required.Key).Revision != required.Revision)
            {
                return new CommitResult(CommitRefusal.Requirement, required.Key);
            }
        }

        foreach (var write in batch.Writes)
        {
            if (Of(write, find(write.Key), now) is var refusal and not CommitRefusal.None)
            {
                return new CommitResult(refusal, write.Key);
            }
        }

        return CommitResult.Done;
    }

    private static CommitRefusal Of(LedgerWrite write, RecordState state, long now) =>
        state.Revision != write.Expected ? CommitRefusal.Conflict
        : write.Fence is { } fence && (state.Fence != fence || !(state.Until > now)) ? CommitRefusal.LeaseLost
        : CommitRefusal.None;
}
