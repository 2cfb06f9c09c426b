using System.Globalization;
using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;

namespace Comms.Core.Sqlite.Migrations;

/// <summary>
/// Brings a file to the layout of this program: scripts by number, each in its own transaction. A layout says which is the oldest
/// program that may use it, so that programs of two versions may share a file while it only adds.
/// </summary>
internal static class Migrator
{
    // "comm" in ASCII, as the first script sets it.
    private const long LedgerMark = 0x636f6d6d;

    public static int Newest => Scripts.InOrder().Length;

    public static void Migrate(Database database) => Migrate(database, Newest);

    /// <summary>Stops at an earlier version: tests make old files with it.</summary>
    public static void Migrate(Database database, int version)
    {
        var scripts = Scripts.InOrder();
        for (var next = Version(database) + 1; next <= version; next++)
        {
            Apply(database, next, scripts[next - 1]);
        }
    }

    /// <exception cref="LedgerException">The file is someone else's, or of a newer program.</exception>
    public static void CheckOwner(Database database)
    {
        // The mark is read last: another process may make the tables and the mark, in one transaction, between the two.
        var isEmpty = database.AskNumber("SELECT count(*) FROM sqlite_schema") == 0;
        var owner = database.AskNumber("PRAGMA application_id");
        if (owner != LedgerMark && !(owner == 0 && isEmpty))
        {
            throw new LedgerException(
                LedgerFault.Damaged,
                $"The file {database.File} is an SQLite database of another program, and was left as it is. Name another file.");
        }

        if (Version(database) is var version && version > Newest && Oldest(database) > Newest)
        {
            throw new LedgerException(
                LedgerFault.Newer,
                $"The ledger {database.File} has layout {version}, which a program that knows up to {Newest} may not use; it was left as it is. Use the newer program.");
        }
    }

    /// <summary>The oldest layout whose programs may use the file.</summary>
    private static long Oldest(Database database) =>
        database.AskNumber("SELECT count(*) FROM sqlite_schema WHERE name = 'layout'") == 0 ? long.MaxValue : database.AskNumber("SELECT oldest FROM layout");

    private static int Version(Database database) => (int)database.AskNumber("PRAGMA user_version");

    private static void Apply(Database database, int version, string resource)
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been first while this one waited for the lock.
            if (Version(database) < version)
            {
                database.Execute(Scripts.Read(resource));
                database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
            }

            database.Execute("COMMIT");
        }
        catch
        {
            if (database.InTransaction)
            {
                database.Execute("ROLLBACK");
            }

            throw;
        }
    }
}
