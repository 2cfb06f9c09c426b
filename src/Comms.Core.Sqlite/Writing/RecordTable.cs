using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;

namespace Comms.Core.Sqlite.Writing;

/// <summary>The statements that change one record.</summary>
internal static class RecordTable
{
    internal const string State = "SELECT position, revision, fence, until FROM record WHERE kind = ?1 AND id = ?2";

    private const string Insert =
        "INSERT INTO record (position, kind, id, revision, due, lane, content) VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6)";

    private const string Update = "UPDATE record SET revision = revision + 1, due = ?2, content = ?3 WHERE position = ?1";

    private const string UpdateAndRelease =
        "UPDATE record SET revision = revision + 1, due = ?2, content = ?3, until = NULL, holder = NULL WHERE position = ?1";

    private const string Delete = "DELETE FROM record WHERE position = ?1";

    public static RecordState Find(Database database, RecordKey key)
    {
        using var row = database.Use(State).Bind(key.Kind).Bind(key.Id);
        return row.Step() ? new RecordState(row.Number(0), row.Number(1), row.Number(2), row.NumberOrNull(3)) : default;
    }

    public static void Create(Database database, LedgerWrite write, long position, ReadOnlySpan<byte> content)
    {
        using var insert = database.Use(Insert).Bind(position).Bind(write.Key.Kind).Bind(write.Key.Id);
        insert.Bind(Due(write)).Bind(write.Lane).Bind(content).Run();
    }

    public static void Replace(Database database, LedgerWrite write, long position, ReadOnlySpan<byte> content)
    {
        using var update = database.Use(write is { Fence: not null, Release: true } ? UpdateAndRelease : Update);
        update.Bind(position).Bind(Due(write)).Bind(content).Run();
    }

    public static void Remove(Database database, long position)
    {
        using var delete = database.Use(Delete).Bind(position);
        delete.Run();
    }

    private static long? Due(LedgerWrite write) => write.Due?.ToUnixTimeMilliseconds();
}
