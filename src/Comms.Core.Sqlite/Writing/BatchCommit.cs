using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Writing;

/// <summary>
/// Carries out one batch, all or nothing. Everything is judged before anything is written, under the write lock, so that
/// a refused batch has nothing to undo: a savepoint would cost more than all the rest.
/// </summary>
internal static class BatchCommit
{
    public static CommitResult Run(LedgerBatch batch, Transaction transaction)
    {
        foreach (var required in batch.Requires)
        {
            if (RecordTable.Find(transaction.Database, required.Key).Revision != required.Revision)
            {
                return new CommitResult(CommitRefusal.Requirement, required.Key);
            }
        }

        var (now, positions) = (transaction.Now, new long[batch.Writes.Count]);
        for (var index = 0; index < positions.Length; index++)
        {
            var write = batch.Writes[index];
            var state = RecordTable.Find(transaction.Database, write.Key);
            if (Judge(write, state, now) is var refusal and not CommitRefusal.None)
            {
                return new CommitResult(refusal, write.Key);
            }

            positions[index] = state.Position;
        }

        Apply(batch, positions, transaction);
        return CommitResult.Done;
    }

    private static CommitRefusal Judge(LedgerWrite write, RecordState state, long now) =>
        state.Revision != write.Expected ? CommitRefusal.Conflict
        : write.Fence is { } fence && (state.Fence != fence || !(state.Until > now)) ? CommitRefusal.LeaseLost
        : CommitRefusal.None;

    private static void Apply(LedgerBatch batch, long[] positions, Transaction transaction)
    {
        for (var index = 0; index < positions.Length; index++)
        {
            Apply(batch.Writes[index], positions[index], transaction);
        }

        var chain = new ChainTable(transaction.Database);
        chain.Erase(batch.Erase);
        chain.Append(batch.Entries);
        transaction.LeavesTraces |= batch.Erase.Count > 0;
    }

    private static void Apply(LedgerWrite write, long position, Transaction transaction)
    {
        if (write.Content is not { } content)
        {
            RecordTable.Remove(transaction.Database, position);
            transaction.LeavesTraces = true;
        }
        else if (write.Expected == 0)
        {
            RecordTable.Create(transaction.Database, write, transaction.NextPosition(), content.Span);
        }
        else
        {
            RecordTable.Replace(transaction.Database, write, position, content.Span);
        }
    }
}
