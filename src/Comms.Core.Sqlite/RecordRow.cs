using Comms.Core.Ledger;

namespace Comms.Core.Sqlite;

/// <summary>How a row becomes a record.</summary>
internal static class RecordRow
{
    public const string Columns = "position, kind, id, revision, due, lane, content";

    public static LedgerRecord Read(Statement row) => new()
    {
        Position = row.Number(0),
        Key = new RecordKey(row.Text(1), row.Text(2)),
        Revision = row.Number(3),
        Due = row.NumberOrNull(4) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
        Lane = row.TextOrNull(5),
        Content = row.Bytes(6),
    };
}
