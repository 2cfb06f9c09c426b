using Comms.Core.Ledger;
using Comms.Core.Sqlite.Migrations;

namespace Comms.Core.Sqlite;

/// <summary>Opens the file for writing, after making sure that it is a whole ledger that this program may touch.</summary>
internal static class Opening
{
    /// <summary>Files up to this length are checked at every start; larger ones after an unclean end only.</summary>
    private const long SoonChecked = 64 << 20;

    private const int MostAttempts = 100;

    public static Database Open(SqliteLedgerOptions options, int layout)
    {
        MountTable.Refuse(options.Path);
        var suspect = IsSuspect(options.Path);
        var database = Database.Open(options);
        try
        {
            Migrator.CheckOwner(database);
            UseWriteAheadLog(database);
            if (suspect)
            {
                CheckWhole(database);
            }

            Migrator.Migrate(database, layout);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // The last program to close the file removes the log: one that is still there was left by a kill, or is in use.
    private static bool IsSuspect(string path) =>
        File.Exists(path) && (new FileInfo(path).Length <= SoonChecked || File.Exists(path + "-wal"));

    // Two that turn the log of a new file on at once are both refused at once: SQLite does not wait where both hold what
    // the other needs. A transaction of nothing waits in their stead, and whoever is second finds the log on.
    private static void UseWriteAheadLog(Database database)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (database.Ask("PRAGMA journal_mode = WAL") != "wal")
                {
                    throw SqliteFault.From(SQLitePCL.raw.SQLITE_CANTOPEN, "no write-ahead log", database.File);
                }

                return;
            }
            catch (LedgerException fault) when (fault.Fault == LedgerFault.Unavailable && attempt < MostAttempts)
            {
                database.Execute("BEGIN IMMEDIATE; COMMIT");
            }
        }
    }

    private static void CheckWhole(Database database)
    {
        var found = database.Ask("PRAGMA quick_check(1)");
        if (found != "ok")
        {
            throw SqliteFault.Damaged(found.ReplaceLineEndings(" "), database.File);
        }
    }
}
