namespace Comms.Core.Sqlite.Writing;

/// <summary>
/// A transaction that holds the file's one write lock, with the counters it read under that lock. What several jobs do in
/// it becomes durable together.
/// </summary>
internal sealed class Transaction : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly Counters _stored;
    private Counters _now;

    /// <summary>Begins once it has the lock.</summary>
    public Transaction(Database database, TimeProvider clock)
    {
        Database = database;
        _clock = clock;
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            _stored = _now = Counters.Read(database);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Database Database { get; }

    /// <summary>The lease clock, in Unix milliseconds, read while the lock is held.</summary>
    public long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Whether something was removed whose bytes may still be in the write-ahead log.</summary>
    public bool LeavesTraces { get; set; }

    public long NextPosition()
    {
        _now = _now with { Position = _now.Position + 1 };
        return _now.Position;
    }

    public long NextFence()
    {
        _now = _now with { Fence = _now.Fence + 1 };
        return _now.Fence;
    }

    public void Commit()
    {
        if (_now != _stored)
        {
            using var save = Database.Use("UPDATE counter SET position = ?1, fence = ?2");
            save.Bind(_now.Position).Bind(_now.Fence).Run();
        }

        Database.Execute("COMMIT");
    }

    /// <summary>Takes back what was not committed. Some faults have made SQLite do so already.</summary>
    public void Dispose()
    {
        if (Database.InTransaction)
        {
            Database.Execute("ROLLBACK");
        }
    }

    private readonly record struct Counters(long Position, long Fence)
    {
        public static Counters Read(Database database)
        {
            using var row = database.Use("SELECT position, fence FROM counter");
            return row.Step()
                ? new Counters(row.Number(0), row.Number(1))
                : throw SqliteFault.Damaged("its counters are gone", database.File);
        }
    }
}
