using System.Collections.Concurrent;

namespace Comms.Core.Sqlite.Reading;

/// <summary>Connections that only read, each lent to one thread at a time; readers never wait for the writer.</summary>
internal sealed class Readers(SqliteLedgerOptions options) : IDisposable
{
    private const int KeptAtMost = 8;

    private readonly ConcurrentBag<Database> _idle = [];
    private volatile bool _disposed;

    /// <summary>Reads at once, on the caller's thread: the pages are mostly in memory, and no call is held for long.</summary>
    public T Read<T>(Func<Database, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteLedger));
        var database = _idle.TryTake(out var idle) ? idle : Open();
        try
        {
            return read(database);
        }
        finally
        {
            Return(database);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var database))
        {
            database.Dispose();
        }
    }

    private Database Open()
    {
        var database = Database.Open(options);
        database.Execute("PRAGMA query_only = ON");
        return database;
    }

    private void Return(Database database)
    {
        if (_disposed || _idle.Count >= KeptAtMost)
        {
            database.Dispose();
            return;
        }

        _idle.Add(database);
    }
}
