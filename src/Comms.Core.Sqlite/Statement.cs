using System.Buffers;
using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Comms.Core.Sqlite;

/// <summary>
/// A prepared statement that is kept and used again. It speaks to the driver beneath Microsoft.Data.Sqlite, whose
/// commands look up each parameter by name and box each value: at a hundred thousand writes a second that is most of the
/// cost. Disposing of it ends one use and lets go of its locks; the <see cref="Database"/> closes it for good.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int SmallText = 256;

    private readonly Database _database;
    private readonly sqlite3_stmt _handle;
    private int _bound;

    public Statement(Database database, sqlite3 connection, string sql)
    {
        _database = database;
        database.Check(sqlite3_prepare_v3(connection, sql, SQLITE_PREPARE_PERSISTENT, out _handle));
    }

    public Statement Bind(long value)
    {
        _database.Check(sqlite3_bind_int64(_handle, ++_bound, value));
        return this;
    }

    public Statement Bind(long? value) => value is { } known ? Bind(known) : BindNull();

    public Statement Bind(ReadOnlySpan<byte> value)
    {
        _database.Check(sqlite3_bind_blob(_handle, ++_bound, value));
        return this;
    }

    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = longest <= SmallText ? null : ArrayPool<byte>.Shared.Rent(longest);
        var buffer = rented ?? stackalloc byte[SmallText];
        var length = Encoding.UTF8.GetBytes(value, buffer);
        _database.Check(sqlite3_bind_text(_handle, ++_bound, buffer[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        var code = sqlite3_step(_handle);
        if (code is not (SQLITE_ROW or SQLITE_DONE))
        {
            _database.Check(code);
        }

        return code == SQLITE_ROW;
    }

    /// <summary>Runs a statement without rows.</summary>
    public void Run() => _ = Step();

    public long Number(int column) => sqlite3_column_int64(_handle, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => sqlite3_column_text(_handle, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => sqlite3_column_blob(_handle, column).ToArray();

    // A conditional expression over an array would make an empty memory of null.
    public ReadOnlyMemory<byte>? BytesOrNull(int column) => IsNull(column) ? default(ReadOnlyMemory<byte>?) : Bytes(column);

    public void Dispose()
    {
        _bound = 0;
        // Its code repeats that of the step, which has been reported.
        _ = sqlite3_reset(_handle);
        _ = sqlite3_clear_bindings(_handle);
    }

    public void Close() => _handle.Dispose();

    private bool IsNull(int column) => sqlite3_column_type(_handle, column) == SQLITE_NULL;

    private Statement BindNull()
    {
        _database.Check(sqlite3_bind_null(_handle, ++_bound));
        return this;
    }
}
