using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Comms.Core.Sqlite;

/// <summary>One connection to the file, with its prepared statements. For one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Database(SqliteConnection connection, string file)
    {
        _connection = connection;
        File = file;
    }

    public string File { get; }

    public bool InTransaction => sqlite3_get_autocommit(Handle) == 0;

    private sqlite3 Handle => _connection.Handle!;

    /// <summary>Opens the file, creating it when there is none.</summary>
    public static Database Open(SqliteLedgerOptions options)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = options.Path, Pooling = false }.ToString();
        var database = new Database(new SqliteConnection(text), options.Path);
        try
        {
            database._connection.Open();
            _ = sqlite3_extended_result_codes(database.Handle, 1);
            _ = sqlite3_busy_timeout(database.Handle, (int)options.BusyTimeout.TotalMilliseconds);
            // A commit is on the disk before it is answered; what is deleted is overwritten; the file is never mapped,
            // so that a failing disk is an error and not a signal.
            database.Execute("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0");
            // 32 MiB of cache, and of log before it is moved into the file: fewer, longer writes in bulk.
            database.Execute("PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = 33554432");
            database.Execute("PRAGMA temp_store = MEMORY");
            foreach (var pragma in options.Pragmas)
            {
                database.Execute(pragma);
            }

            return database;
        }
        catch (SqliteException fault)
        {
            database.Dispose();
            throw SqliteFault.From(fault, options.Path);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>A statement ready to be bound; dispose of it when its rows are read.</summary>
    public Statement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(this, Handle, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>Runs a script, such as a migration.</summary>
    public void Execute(string script) => Check(sqlite3_exec(Handle, script));

    /// <summary>The first column of the first row, as text; empty when there is none.</summary>
    public string Ask(string sql)
    {
        using var statement = Use(sql);
        return statement.Step() ? statement.TextOrNull(0) ?? "" : "";
    }

    /// <summary>The first column of the first row, as a number.</summary>
    public long AskNumber(string sql) => long.Parse(Ask(sql), CultureInfo.InvariantCulture);

    public void Check(int code)
    {
        if (code != SQLITE_OK)
        {
            throw SqliteFault.From(code, sqlite3_errmsg(Handle).utf8_to_string(), File);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Close();
        }

        _connection.Dispose();
    }
}
