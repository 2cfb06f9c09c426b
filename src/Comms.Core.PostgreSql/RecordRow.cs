using Comms.Core.Ledger;
using Npgsql;

namespace Comms.Core.PostgreSql;

/// <summary>How a row becomes a record.</summary>
internal static class RecordRow
{
    public const string Columns = "position, kind, id, revision, due, lane, content";

    public static LedgerRecord Read(NpgsqlDataReader row) => new()
    {
        Position = row.GetInt64(0),
        Key = new RecordKey(row.GetString(1), row.GetString(2)),
        Revision = row.GetInt64(3),
        Due = row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        Lane = row.IsDBNull(5) ? null : row.GetString(5),
        Content = row.GetFieldValue<byte[]>(6),
    };
}
