using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;

namespace Comms.Core.Sqlite.Writing;

/// <summary>
/// Carries out one batch, all or nothing. Everything is judged before anything is written, under the write lock, so that
/// a refused batch has nothing to undo: a savepoint would cost more than all the rest.
/// </summary>
internal static class BatchCommit
{
    public static CommitResult Run(LedgerBatch batch, Transaction transaction)
    {
        var states = new Dictionary<RecordKey, RecordState>(batch.Writes.Count);
        var result = Judging.Of(batch, key => states[key] = RecordTable.Find(transaction.Database, key), transaction.Now);
        if (result.Committed)
        {
            Apply(batch, states, transaction);
        }

        return result;
    }

    private static void Apply(LedgerBatch batch, Dictionary<RecordKey, RecordState> states, Transaction transaction)
    {
        foreach (var write in batch.Writes)
        {
            Apply(write, states[write.Key].Position, transaction);
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
