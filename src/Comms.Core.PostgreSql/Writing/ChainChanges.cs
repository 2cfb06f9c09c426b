using Comms.Core.Ledger;
using Npgsql;
using NpgsqlTypes;

namespace Comms.Core.PostgreSql.Writing;

/// <summary>
/// Erases payloads and appends links. Triggers in the database refuse everything else. The end of the chain is locked last, when
/// all else that a group changes has been changed, so that hosts wait for each other as briefly as can be.
/// </summary>
internal static class ChainChanges
{
    private const NpgsqlDbType Array = NpgsqlDbType.Array;

    private const string Erase = "DELETE FROM comms.chain_payload WHERE sequence = ANY ($1)";

    private const string Links =
        "INSERT INTO comms.chain (sequence, commitment, hash) SELECT * FROM unnest($1, $2, $3) AS new (sequence, commitment, hash) ORDER BY sequence";

    private const string Payloads =
        "INSERT INTO comms.chain_payload (sequence, salt, payload) SELECT * FROM unnest($1, $2, $3) AS new (sequence, salt, payload)";

    private const string Last = "SELECT sequence, hash FROM comms.chain ORDER BY sequence DESC LIMIT 1";

    /// <summary>Waits until nobody else appends, and then reads the last link.</summary>
    public static void AppendLock(NpgsqlBatch batch, Server server)
    {
        batch.AppendTurn(Turns.AtChain, server);
        batch.Append(server.Sql(Last));
    }

    public static void Append(NpgsqlBatch batch, Server server, IReadOnlyList<LedgerBatch> kept, ChainEnd end)
    {
        long[] erased = [.. kept.SelectMany(one => one.Erase)];
        if (erased.Length > 0)
        {
            batch.Append(server.Sql(Erase)).Add(Array | NpgsqlDbType.Bigint, erased);
        }

        ChainEntry[] entries = [.. kept.SelectMany(one => one.Entries)];
        if (entries.Length > 0)
        {
            Append(batch, server, entries, end);
        }
    }

    private static void Append(NpgsqlBatch batch, Server server, ChainEntry[] entries, ChainEnd end)
    {
        long[] sequences = [.. entries.Select((_, index) => end.Sequence + index + 1)];
        byte[][] commitments = [.. entries.Select(entry => entry.Commit())];
        var hashes = new byte[entries.Length][];
        for (var index = 0; index < hashes.Length; index++)
        {
            hashes[index] = ChainLink.Next(index == 0 ? end.Hash : hashes[index - 1], sequences[index], commitments[index]);
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
