using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Reading;

/// <summary>Reads single records and pages of them in order of creation.</summary>
internal static class RecordPages
{
    internal const string One = "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND id = ?2";

    internal const string OfKind =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND position > ?2 ORDER BY position LIMIT ?3";

    internal const string OfLane =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND position > ?2 AND lane = ?4 ORDER BY position LIMIT ?3";

    public static LedgerRecord? Find(Database database, RecordKey key)
    {
        using var row = database.Use(One).Bind(key.Kind).Bind(key.Id);
        return row.Step() ? RecordRow.Read(row) : null;
    }

    public static List<LedgerRecord> Page(Database database, RecordQuery query, long after, int size)
    {
        using var rows = database.Use(query.Lane is null ? OfKind : OfLane).Bind(query.Kind).Bind(after).Bind(size);
        if (query.Lane is not null)
        {
            rows.Bind(query.Lane);
        }

        var page = new List<LedgerRecord>();
        while (rows.Step())
        {
            page.Add(RecordRow.Read(rows));
        }

        return page;
    }
}
