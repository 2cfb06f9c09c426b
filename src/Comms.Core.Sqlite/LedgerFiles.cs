namespace Comms.Core.Sqlite;

/// <summary>A ledger on the disk: its file, and the two that SQLite keeps beside it while it is in use or was not closed.</summary>
internal static class LedgerFiles
{
    private static readonly string[] Endings = ["", "-wal", "-shm"];

    /// <summary>Copies what is there over what is there.</summary>
    public static void Copy(string from, string to)
    {
        Delete(to);
        foreach (var ending in Endings.Where(ending => File.Exists(from + ending)))
        {
            File.Copy(from + ending, to + ending);
        }
    }

    public static void Delete(string path)
    {
        foreach (var ending in Endings.Where(ending => File.Exists(path + ending)))
        {
            File.Delete(path + ending);
        }
    }

    /// <summary>Gives a closed ledger, which is one file, the name of another, in one stroke.</summary>
    public static void Move(string from, string to)
    {
        File.Delete(to + "-wal");
        File.Delete(to + "-shm");
        File.Move(from, to, overwrite: true);
    }
}
