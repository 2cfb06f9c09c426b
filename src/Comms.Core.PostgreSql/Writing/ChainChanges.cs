using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>Erases payloads and appends links. Triggers in the database refuse everything else.</summary>
internal static class ChainChanges
{
    private const NpgsqlDbType Array = NpgsqlDbType.Array;

    private const string Erase = "DELETE FROM comms.chain_payload WHERE sequence = ANY ($1)";

    private const string Links =
        "INSERT INTO comms.chain (sequence, commitment, hash) SELECT * FROM unnest($1, $2, $3) AS new (sequence, commitment, hash) ORDER BY sequence";

    private const string Payloads =
        "INSERT INTO comms.chain_payload (sequence, salt, payload) SELECT * FROM unnest($1, $2, $3) AS new (sequence, salt, payload)";

    public static void Append(NpgsqlBatch batch, Server server, IReadOnlyList<LedgerBatch> kept, Ground ground)
    {
        long[] erased = [.. kept.SelectMany(one => one.Erase)];
        if (erased.Length > 0)
        {
            batch.Append(server.Sql(Erase)).Add(Array | NpgsqlDbType.Bigint, erased);
        }

        ChainEntry[] entries = [.. kept.SelectMany(one => one.Entries)];
        if (entries.Length > 0)
        {
            Append(batch, server, entries, ground);
        }
    }

    private static void Append(NpgsqlBatch batch, Server server, ChainEntry[] entries, Ground ground)
    {
        long[] sequences = [.. entries.Select((_, index) => ground.Sequence + index + 1)];
        byte[][] commitments = [.. entries.Select(entry => entry.Commit())];
        var hashes = new byte[entries.Length][];
        for (var index = 0; index < hashes.Length; index++)
        {
            hashes[index] = ChainLink.Next(index == 0 ? ground.Hash : hashes[index - 1], sequences[index], commitments[index]);
        }

        var links = batch.Append(server.Sql(Links));
        links.Add(Array | NpgsqlDbType.Bigint, sequences);
        links.Add(Array | NpgsqlDbType.Bytea, commitments);
        links.Add(Array | NpgsqlDbType.Bytea, hashes);
        var payloads = batch.Append(server.Sql(Payloads));
        payloads.Add(Array | NpgsqlDbType.Bigint, sequences);
        payloads.Add(Array | NpgsqlDbType.Bytea, entries.Select(entry => entry.Salt.ToArray()).ToArray());
        payloads.Add(Array | NpgsqlDbType.Bytea, entries.Select(entry => entry.Payload.ToArray()).ToArray());
    }
}
