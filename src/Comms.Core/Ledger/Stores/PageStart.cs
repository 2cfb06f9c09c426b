namespace Comms.Core.Ledger.Stores;

/// <summary>Where a page begins: after the record that came last. Compiled into each ledger.</summary>
/// <param name="Due">When that record was due, in Unix milliseconds; counts where records are read by their due time.</param>
/// <param name="Position">That record's place in the order of creation.</param>
internal readonly record struct PageStart(long Due, long Position)
{
    public static PageStart Of(RecordQuery query) => new(long.MinValue, query.After);

    public static PageStart After(LedgerRecord record) => new(record.Due?.ToUnixTimeMilliseconds() ?? long.MinValue, record.Position);
}
