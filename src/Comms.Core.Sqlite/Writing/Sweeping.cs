using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Writing;

/// <summary>Makes what was removed unreadable in the raw bytes of the files.</summary>
internal static class Sweeping
{
    private const string MoveLog = "PRAGMA wal_checkpoint(TRUNCATE)";

    /// <summary>
    /// Moves the write-ahead log into the file and empties it. What was deleted is overwritten there (secure_delete), but
    /// for copies that SQLite left behind when it split or joined pages.
    /// </summary>
    /// <returns>False when a reader or another process was in the way.</returns>
    public static bool TryEmptyLog(Database database)
    {
        try
        {
            return database.Ask(MoveLog) == "0";
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Unavailable)
        {
            return false;
        }
    }

    /// <summary>Rewrites the file from what is left, so that no copy remains either.</summary>
    public static void Rewrite(Database database)
    {
        // The copy goes by way of a temporary database, which may be larger than memory.
        database.Execute("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY");
        if (database.Ask(MoveLog) != "0")
        {
            throw SqliteFault.From(SQLitePCL.raw.SQLITE_BUSY, "the log is in use", database.File);
        }
    }
}
