using System.Globalization;
using Comms.Core.Ledger;

namespace Comms.Core.Sqlite;

/// <summary>Backups of the file, and their way back into its place.</summary>
internal static class Backups
{
    /// <summary>Writes the ledger as it stands into a new file, which appears whole or not at all.</summary>
    public static void Write(SqliteLedgerOptions options, string path)
    {
        if (File.Exists(path))
        {
            throw new LedgerException($"The file {path} exists already. Name a new one for the backup.");
        }

        var half = path + ".writing";
        try
        {
            OnDisk($"The backup {path} cannot be written", () =>
            {
                LedgerFiles.Delete(half);
                using (var database = Database.Open(options))
                {
                    database.Execute($"VACUUM INTO '{half.Replace("'", "''", StringComparison.Ordinal)}'");
                }

                using (var written = File.OpenHandle(half, FileMode.Open, FileAccess.ReadWrite))
                {
                    RandomAccess.FlushToDisk(written);
                }

                File.Move(half, path);
            });
        }
        finally
        {
            LedgerFiles.Delete(half);
        }
    }

    /// <summary>Copies a backup, so that it stays as it is.</summary>
    public static void Fetch(string backup, string to)
    {
        if (!File.Exists(backup))
        {
            throw new LedgerException($"There is no backup {backup}.");
        }

        OnDisk($"The backup {backup} cannot be copied", () => LedgerFiles.Copy(backup, to));
    }

    /// <returns>Where what stood there is kept; null when nothing did.</returns>
    public static string? PutInPlace(SqliteLedgerOptions fresh, SqliteLedgerOptions ledger)
    {
        Close(fresh);
        string? kept = null;
        if (File.Exists(ledger.Path))
        {
            CloseUnlessDamaged(ledger);
            kept = FreeName(ledger.Path);
            OnDisk($"The ledger {ledger.Path} cannot be kept as {kept}", () => LedgerFiles.Copy(ledger.Path, kept));
        }

        OnDisk($"The ledger {ledger.Path} cannot be replaced", () => LedgerFiles.Move(fresh.Path, ledger.Path));
        return kept;
    }

    private static void OnDisk(string failure, Action work)
    {
        try
        {
            work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"{failure}: {fault.Message}", fault);
        }
    }

    /// <summary>Brings the log into the file. SQLite does so only for who has the file alone.</summary>
    private static void Close(SqliteLedgerOptions options)
    {
        using var database = Database.Open(options);
        if (database.Ask("PRAGMA journal_mode = DELETE") != "delete")
        {
            throw SqliteFault.From(SQLitePCL.raw.SQLITE_BUSY, "its log is in use", options.Path);
        }
    }

    private static void CloseUnlessDamaged(SqliteLedgerOptions options)
    {
        try
        {
            Close(options);
        }
        catch (LedgerException fault) when (fault.Fault == LedgerFault.Damaged)
        {
            // It is kept as it is, with its log.
        }
    }

    private static string FreeName(string path)
    {
        for (var number = 1; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{path}.replaced-{number}");
            if (!File.Exists(name))
            {
                return name;
            }
        }
    }
}
