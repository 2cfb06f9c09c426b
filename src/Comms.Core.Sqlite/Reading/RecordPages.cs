using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;

namespace Comms.Core.Sqlite.Reading;

/// <summary>Reads single records, and pages of them in order of creation or of what is due first.</summary>
internal static class RecordPages
{
    internal const string One = "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND id = ?2";

    internal const string OfKind =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND position > ?2 ORDER BY position LIMIT ?3";

    internal const string OfLane =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND position > ?2 AND lane = ?4 ORDER BY position LIMIT ?3";

    internal const string DueAlone =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND lane IS NULL AND due <= ?2 AND (due, position) > (?3, ?4) ORDER BY due, position LIMIT ?5";

    internal const string DueInLane =
        "SELECT " + RecordRow.Columns + " FROM record WHERE kind = ?1 AND lane = ?6 AND due <= ?2 AND (due, position) > (?3, ?4) ORDER BY due, position LIMIT ?5";

    public static LedgerRecord? Find(Database database, RecordKey key)
    {
        using var row = database.Use(One).Bind(key.Kind).Bind(key.Id);
        return row.Step() ? RecordRow.Read(row) : null;
    }

    public static List<LedgerRecord> Page(Database database, RecordQuery query, PageStart after, int size)
    {
        using var rows = query.DueBy is { } due
            ? database.Use(query.Lane is null ? DueAlone : DueInLane).Bind(query.Kind).Bind(due.ToUnixTimeMilliseconds()).Bind(after.Due).Bind(after.Position).Bind(size)
            : database.Use(query.Lane is null ? OfKind : OfLane).Bind(query.Kind).Bind(after.Position).Bind(size);
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
