using System.Diagnostics.CodeAnalysis;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql;

/// <summary>Statements with their parameters, by place and with their type.</summary>
internal static class Commands
{
    public static void Add(this NpgsqlParameterCollection parameters, NpgsqlDbType type, object? value) =>
        parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });

    public static async ValueTask<List<T>> ListAsync<T>(
        this NpgsqlConnection connection, string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        var command = connection.Command(sql, bind);
        await using var commandScope = command.ConfigureAwait(false);
        var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using var rowsScope = rows.ConfigureAwait(false);
        var list = new List<T>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            list.Add(read(rows));
        }

        return list;
    }

    public static async ValueTask<int> RunAsync(
        this NpgsqlConnection connection, string sql, Action<NpgsqlParameterCollection> bind, CancellationToken cancel, bool mayTakeLong = false)
    {
        var command = connection.Command(sql, bind);
        await using var commandScope = command.ConfigureAwait(false);
        command.CommandTimeout = mayTakeLong ? 0 : command.CommandTimeout;
        return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    public static NpgsqlParameterCollection Append(this NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command.Parameters;
    }

    /// <returns>Whether it was appended.</returns>
    public static bool AppendIf(this NpgsqlBatch batch, bool wanted, string sql, IEnumerable<byte[]>? keys = null)
    {
        if (wanted && batch.Append(sql) is var parameters && keys is not null)
        {
            parameters.Add(NpgsqlDbType.Array | NpgsqlDbType.Bytea, keys.ToArray());
        }

        return wanted;
    }

    /// <summary>Reads the rows of the next statement of a batch, if it was appended.</summary>
    public static async ValueTask EachAsync(this NpgsqlDataReader rows, bool appended, Action<NpgsqlDataReader> read)
    {
        if (!appended)
        {
            return;
        }

        while (await rows.ReadAsync().ConfigureAwait(false))
        {
            read(rows);
        }

        await rows.NextResultAsync().ConfigureAwait(false);
    }

    public static void Nothing(NpgsqlParameterCollection parameters)
    {
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant of this library; its schema is checked, and values are parameters.")]
    private static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, Action<NpgsqlParameterCollection> bind)
    {
        var command = new NpgsqlCommand(sql, connection);
        bind(command.Parameters);
        return command;
    }
}
