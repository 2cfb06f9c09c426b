using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>All that a group changes, as one statement for each sort of change, however many there are.</summary>
internal static class Changes
{
    private const NpgsqlDbType Array = NpgsqlDbType.Array;

    private const string Create =
        """
        INSERT INTO comms.record (position, key, kind, id, revision, due, lane, lane_key, content)
        SELECT position, key, kind, id, 1, due, lane, lane_key, content
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) AS new (position, key, kind, id, due, lane, lane_key, content)
        """;

    private const string Replace =
        """
        UPDATE comms.record SET revision = revision + 1, due = new.due, content = new.content,
            until = CASE WHEN new.release THEN NULL ELSE record.until END,
            holder = CASE WHEN new.release THEN NULL ELSE record.holder END
        FROM unnest($1, $2, $3, $4) AS new (position, due, content, release)
        WHERE record.position = new.position
        """;

    private const string Remove = "DELETE FROM comms.record WHERE position = ANY ($1)";
    private const string Places = "UPDATE comms.counter SET position = $1";

    public static void Append(NpgsqlBatch batch, Server server, IReadOnlyList<LedgerWrite> writes, Ground ground)
    {
        LedgerWrite[] created = [.. writes.Where(write => write is { Content: not null, Expected: 0 })];
        LedgerWrite[] replaced = [.. writes.Where(write => write is { Content: not null, Expected: > 0 })];
        long[] removed = [.. writes.Where(write => write.Content is null).Select(write => ground[write.Key].Position)];
        if (removed.Length > 0)
        {
            batch.Append(server.Sql(Remove)).Add(Array | NpgsqlDbType.Bigint, removed);
        }

        if (replaced.Length > 0)
        {
            Bind(batch.Append(server.Sql(Replace)), replaced, ground);
        }

        if (created.Length > 0)
        {
            Bind(batch.Append(server.Sql(Create)), created, ground.Position);
            batch.Append(server.Sql(Places)).Add(NpgsqlDbType.Bigint, ground.Position + created.Length);
        }
    }

    private static void Bind(NpgsqlParameterCollection parameters, LedgerWrite[] created, long before)
    {
        parameters.Add(Array | NpgsqlDbType.Bigint, created.Select((_, index) => before + index + 1).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bytea, created.Select(write => KeyHash.Of(write.Key)).ToArray());
        parameters.Add(Array | NpgsqlDbType.Text, created.Select(write => write.Key.Kind).ToArray());
        parameters.Add(Array | NpgsqlDbType.Text, created.Select(write => write.Key.Id).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bigint, created.Select(Due).ToArray());
        parameters.Add(Array | NpgsqlDbType.Text, created.Select(write => write.Lane).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bytea, created.Select(write => write.Lane is { } lane ? KeyHash.Of(write.Key.Kind, lane) : null).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bytea, created.Select(Content).ToArray());
    }

    private static void Bind(NpgsqlParameterCollection parameters, LedgerWrite[] replaced, Ground ground)
    {
        parameters.Add(Array | NpgsqlDbType.Bigint, replaced.Select(write => ground[write.Key].Position).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bigint, replaced.Select(Due).ToArray());
        parameters.Add(Array | NpgsqlDbType.Bytea, replaced.Select(Content).ToArray());
        parameters.Add(Array | NpgsqlDbType.Boolean, replaced.Select(write => write is { Fence: not null, Release: true }).ToArray());
    }

    private static long? Due(LedgerWrite write) => write.Due?.ToUnixTimeMilliseconds();

    private static byte[] Content(LedgerWrite write) => write.Content!.Value.ToArray();
}
