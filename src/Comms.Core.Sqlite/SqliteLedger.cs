using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Comms.Core.Sqlite.Media;
using Comms.Core.Sqlite.Migrations;
using Comms.Core.Sqlite.Reading;
using Comms.Core.Sqlite.Writing;

namespace Comms.Core.Sqlite;

/// <summary>
/// The embedded ledger: one SQLite file with a write-ahead log, every commit on the disk before it is answered. Safe for
/// concurrent use by many threads, and by several processes of one machine. Concurrent commits share a wait for the disk.
/// </summary>
public sealed class SqliteLedger : ILedger, IDueHints, IAsyncDisposable
{
    private const int PageSize = 128;

    private readonly Writer _writer;
    private readonly Readers _readers;
    private readonly SqliteLedgerOptions _options;
    private readonly DueListeners _listeners = new();

    private SqliteLedger(Database database, SqliteLedgerOptions options)
    {
        _options = options;
        _writer = new Writer(database, options.Clock);
        _readers = new Readers(options);
        Media = new SqliteMediaStore(_writer, _readers, Path.GetDirectoryName(options.Path)!);
    }

    /// <summary>Pictures, sound and documents, in the same file. Lives as long as the ledger.</summary>
    public IMediaStore Media { get; }

    /// <summary>Opens the file, creating it or bringing its layout up to date where needed.</summary>
    /// <param name="options">Where the file is.</param>
    /// <param name="cancel">Stops before the file is touched.</param>
    /// <exception cref="LedgerException">
    /// The file is on a network file system, cannot be opened or written, is damaged, belongs to another program, or was
    /// written by a newer version. It is left as it was.
    /// </exception>
    public static ValueTask<SqliteLedger> OpenAsync(SqliteLedgerOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(options, Migrator.Newest, cancel);
    }

    /// <summary>Stops at an earlier layout, as a program of the version before does: tests let hosts of both work together.</summary>
    internal static async ValueTask<SqliteLedger> OpenAsync(SqliteLedgerOptions options, int layout, CancellationToken cancel)
    {
        options.Check();
        var full = options with { Path = Path.GetFullPath(options.Path) };
        var database = await Task.Run(() => Opening.Open(full, layout), cancel).ConfigureAwait(false);
        return new SqliteLedger(database, full);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel)
    {
        key.Check();
        return Read(database => RecordPages.Find(database, key), cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) =>
        Pages.OfRecords(query, PageSize, (after, size, stop) => Read(database => RecordPages.Page(database, query, after, size), stop), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        return _writer.RunAsync(transaction => Claiming.Run(request, transaction), request.Limit, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Check();
        var weight = batch.Requires.Count + batch.Writes.Count + batch.Entries.Count + batch.Erase.Count;
        var result = await _writer.RunAsync(transaction => BatchCommit.Run(batch, transaction), weight, cancel).ConfigureAwait(false);
        if (result.Committed)
        {
            _listeners.Tell(DueListeners.KindsOf(batch));
        }

        return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) =>
        Pages.OfLinks(after, PageSize, (last, size, stop) => Read(database => ChainPages.Page(database, last, size), stop), cancel);

    /// <inheritdoc/>
    public ValueTask<TimeSpan?> NextDueAsync(string kind, DateTimeOffset? after, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        var from = (after ?? _options.Clock.GetUtcNow()).ToUnixTimeMilliseconds();
        return Read(database => DueTimes.Next(database, kind, from), cancel);
    }

    /// <summary>Hears of the commits of this process; of another's, only looking tells.</summary>
    /// <inheritdoc/>
    public IDisposable Hear(string kind, Action changed)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(changed);
        return _listeners.Add(kind, changed);
    }

    /// <summary>
    /// Makes sure that nothing removed or erased before can be read from the raw bytes of the files: call it once a
    /// person's data are erased. It rewrites the file, so that it needs as much free disk again, twice, and commits wait
    /// meanwhile. Without it, what is removed is overwritten soon, but copies may stay in pages that SQLite split or joined.
    /// </summary>
    /// <param name="cancel">Stops before it begins.</param>
    /// <exception cref="LedgerException">The disk is full, or a reader or another process was in the way: try again.</exception>
    public ValueTask SweepAsync(CancellationToken cancel) => _writer.SweepAsync(cancel);

    /// <summary>
    /// Writes a backup while the ledger is in use: one whole file, as the ledger stood at one instant. It holds whatever the
    /// ledger holds, personal data too.
    /// </summary>
    /// <param name="path">A file that does not exist yet, in a folder that does.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="LedgerException">The file exists already, or could not be written. Nothing is left of it.</exception>
    public async ValueTask BackUpAsync(string path, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        await Task.Run(() => Backups.Write(_options, Path.GetFullPath(path)), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts a backup in the place of the ledger, in one stroke. What stood there is kept beside it. A ledger that is
    /// damaged is replaced too; one that is in use is not.
    /// </summary>
    /// <param name="options">Where the ledger is.</param>
    /// <param name="backup">What <see cref="BackUpAsync"/> wrote, or a copy of a ledger's files that were not in use.</param>
    /// <param name="prepare">
    /// Is given the backup, opened as a ledger, before it takes the place: begin a new epoch in it, so that what it takes
    /// for unsent is looked for before it is sent.
    /// </param>
    /// <param name="cancel">Stops before the ledger is touched.</param>
    /// <returns>Where the ledger that stood there is kept; null when there was none.</returns>
    /// <exception cref="LedgerException">
    /// There is no backup, it is damaged or no ledger, it was written by a newer version, or the ledger is in use. The
    /// ledger is as it was.
    /// </exception>
    public static async ValueTask<string?> RestoreAsync(
        SqliteLedgerOptions options, string backup, Func<SqliteLedger, CancellationToken, ValueTask> prepare, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        ArgumentNullException.ThrowIfNull(prepare);
        options.Check();
        var full = options with { Path = Path.GetFullPath(options.Path) };
        var fresh = full with { Path = full.Path + ".restoring" };
        try
        {
            Backups.Fetch(Path.GetFullPath(backup), fresh.Path);
            var opened = await OpenAsync(fresh, cancel).ConfigureAwait(false);
            await using (opened.ConfigureAwait(false))
            {
                await prepare(opened, cancel).ConfigureAwait(false);
            }

            return await Task.Run(() => Backups.PutInPlace(fresh, full), cancel).ConfigureAwait(false);
        }
        finally
        {
            LedgerFiles.Delete(fresh.Path);
        }
    }

    /// <summary>Finishes the commits under way, and closes the file. What is called afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private ValueTask<T> Read<T>(Func<Database, T> read, CancellationToken cancel) =>
        cancel.IsCancellationRequested ? ValueTask.FromCanceled<T>(cancel) : ValueTask.FromResult(_readers.Read(read));
}
