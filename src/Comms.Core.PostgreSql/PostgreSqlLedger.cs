using System.Diagnostics.CodeAnalysis;
using Comms.Core.Ledger;
using Comms.Core.Ledger.Stores;
using Comms.Core.PostgreSql.Hints;
using Comms.Core.PostgreSql.Media;
using Comms.Core.PostgreSql.Migrations;
using Comms.Core.PostgreSql.Reading;
using Comms.Core.PostgreSql.Writing;

namespace Comms.Core.PostgreSql;

/// <summary>
/// The shared ledger: one PostgreSQL database, 14 or newer, for many hosts. Leases end by the database's own clock. Safe for
/// concurrent use by many threads, processes and machines. Concurrent commits of one process share a wait for the disk.
/// </summary>
public sealed class PostgreSqlLedger : ILedger, IDueHints, IAsyncDisposable
{
    private const int PageSize = 128;

    private readonly Server _server;
    private readonly Writer _writer;
    private readonly Finder _finder;
    private readonly Hearing _hearing;
    private readonly Telling _telling;

    private PostgreSqlLedger(Server server)
    {
        _server = server;
        _writer = new Writer(server);
        _finder = new Finder(server);
        _hearing = new Hearing(server);
        _telling = new Telling(server);
        Media = new PostgreSqlMediaStore(server);
    }

    /// <summary>Pictures, sound and documents, in the same database. Lives as long as the ledger.</summary>
    public IMediaStore Media { get; }

    /// <summary>
    /// Connects, and makes the ledger's schema or brings its layout up to date where needed, while other hosts use it. The user
    /// needs the right to create in the database for that, and afterwards only to use what is there.
    /// </summary>
    /// <param name="options">Where the database is.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">
    /// The server cannot be reached, does not let the user in, is read-only, does not keep text as UTF-8, or has a layout that
    /// only a newer version may use.
    /// </exception>
    public static ValueTask<PostgreSqlLedger> OpenAsync(PostgreSqlLedgerOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(options, Migrator.Newest, cancel);
    }

    /// <summary>Stops at an earlier layout, as a program of the version before does: tests let hosts of both work together.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The ledger disposes of its server; a failed opening does so here.")]
    internal static async ValueTask<PostgreSqlLedger> OpenAsync(PostgreSqlLedgerOptions options, int layout, CancellationToken cancel)
    {
        var server = new Server(options);
        try
        {
            await Migrator.MigrateAsync(server, layout, cancel).ConfigureAwait(false);
            return new PostgreSqlLedger(server);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerRecord?> FindAsync(RecordKey key, CancellationToken cancel)
    {
        key.Check();
        return _finder.FindAsync(key, cancel);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<LedgerRecord> ReadAsync(RecordQuery query, CancellationToken cancel) =>
        Pages.OfRecords(query, PageSize, (after, size, stop) => RecordPages.PageAsync(_server, query, after, size, stop), cancel);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LeasedRecord>> ClaimAsync(ClaimRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        return Claiming.RunAsync(_server, request, cancel);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitResult> CommitAsync(LedgerBatch batch, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Check();
        var result = await _writer.RunAsync(batch, cancel).ConfigureAwait(false);
        if (result.Committed)
        {
            foreach (var kind in DueListeners.KindsOf(batch))
            {
                _hearing.Tell(kind);
                _telling.Tell(kind);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChainLink> ReadChainAsync(long after, CancellationToken cancel) =>
        Pages.OfLinks(after, PageSize, (last, size, stop) => ChainPages.PageAsync(_server, last, size, stop), cancel);

    /// <inheritdoc/>
    public ValueTask<TimeSpan?> NextDueAsync(string kind, DateTimeOffset? after, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        return DueTimes.NextAsync(_server, kind, after, cancel);
    }

    /// <summary>
    /// Makes sure that nothing removed or erased before can be read from the raw pages of the tables: call it once a person's data are
    /// erased. It rewrites them, so that it needs as much free disk again, and every host's commits wait meanwhile. The server's
    /// write-ahead log keeps what was written until it is used again, and an archive or a replica of it as long as you keep those.
    /// </summary>
    /// <param name="cancel">Stops before the next table.</param>
    /// <exception cref="LedgerException">The server cannot be reached, the disk is full, the user does not own the tables, or a transaction
    /// that could still see what was removed did not end within a minute: try again.</exception>
    public ValueTask SweepAsync(CancellationToken cancel) => Sweeping.RunAsync(_server, cancel);

    /// <summary>
    /// Hears of the commits of this process at once, and of those of others by a connection of its own, kept from the first call
    /// on. Through a PgBouncer in transaction mode nothing of others is heard: only looking tells.
    /// </summary>
    /// <inheritdoc/>
    public IDisposable Hear(string kind, Action changed)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(changed);
        return _hearing.Add(kind, changed);
    }

    /// <summary>Finishes the commits under way, and closes the connections. What is called afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync().ConfigureAwait(false);
        await _finder.DisposeAsync().ConfigureAwait(false);
        await _telling.DisposeAsync().ConfigureAwait(false);
        await _hearing.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
