using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Reading;

/// <summary>Reads pages of the audit chain.</summary>
internal static class ChainPages
{
    private const string After =
        """
        SELECT sequence, commitment, hash, salt, payload FROM comms.chain LEFT JOIN comms.chain_payload USING (sequence)
        WHERE sequence > $1 ORDER BY sequence LIMIT $2
        """;

    public static ValueTask<List<ChainLink>> PageAsync(Server server, long after, int size, CancellationToken cancel) => server.ListAsync(
        After,
        parameters =>
        {
            parameters.Add(NpgsqlDbType.Bigint, after);
            parameters.Add(NpgsqlDbType.Integer, size);
        },
        Read,
        cancel);

    private static ChainLink Read(NpgsqlDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Commitment = row.GetFieldValue<byte[]>(1),
        Hash = row.GetFieldValue<byte[]>(2),
        Salt = Bytes(row, 3),
        Payload = Bytes(row, 4),
    };

    // A null array would convert to empty bytes, not to null.
    private static ReadOnlyMemory<byte>? Bytes(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : (ReadOnlyMemory<byte>?)row.GetFieldValue<byte[]>(column);
}
