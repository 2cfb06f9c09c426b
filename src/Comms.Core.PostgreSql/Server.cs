using Npgsql;

namespace Comms.Core.PostgreSql;

/// <summary>The server as this ledger sees it: its connections, and statements in its schema. Safe for concurrent use.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string WrittenSchema = "comms.";

    private readonly NpgsqlDataSource _source;
    private readonly string _ownSchema;

    public Server(PostgreSqlLedgerOptions options)
    {
        var settings = options.Check();
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        _source = builder.Build();
        Schema = options.Schema;
        _ownSchema = Schema + ".";
        Name = $"{settings.Database ?? settings.Username}.{Schema} on {settings.Host}";
    }

    public string Schema { get; }

    /// <summary>Names the ledger in messages; has nothing secret.</summary>
    public string Name { get; }

    /// <summary>Statements are written for the schema “comms”.</summary>
    public string Sql(string written) =>
        _ownSchema == WrittenSchema ? written : written.Replace(WrittenSchema, _ownSchema, StringComparison.Ordinal);

    public async ValueTask<T> UseAsync<T>(Func<NpgsqlConnection, ValueTask<T>> use, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        try
        {
            var connection = await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
            await using var connectionScope = connection.ConfigureAwait(false);
            return await use(connection).ConfigureAwait(false);
        }
        catch (NpgsqlException thrown)
        {
            throw PostgreSqlFault.From(thrown, Name);
        }
    }

    /// <summary>The same in one transaction, which is kept only when the work ends well.</summary>
    public ValueTask<T> InTransactionAsync<T>(Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken cancel) => UseAsync(
        async connection =>
        {
            var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using var transactionScope = transaction.ConfigureAwait(false);
            var result = await work(connection).ConfigureAwait(false);
            await transaction.CommitAsync(cancel).ConfigureAwait(false);
            return result;
        },
        cancel);

    public ValueTask<List<T>> ListAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> read, CancellationToken cancel) =>
        UseAsync(connection => connection.ListAsync(Sql(sql), bind, read, cancel), cancel);

    /// <summary>A connection whose faults the caller judges itself.</summary>
    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancel) => _source.OpenConnectionAsync(cancel);

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
