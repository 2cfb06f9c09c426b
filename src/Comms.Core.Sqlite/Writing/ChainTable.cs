using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Writing;

/// <summary>Appends to the audit chain and erases payloads from it. Triggers in the file refuse everything else.</summary>
internal sealed class ChainTable(Database database)
{
    public void Append(IReadOnlyList<ChainEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var (sequence, hash) = Head();
        foreach (var entry in entries)
        {
            var commitment = entry.Commit();
            hash = ChainLink.Next(hash, ++sequence, commitment);
            using var link = database.Use("INSERT INTO chain (sequence, commitment, hash) VALUES (?1, ?2, ?3)");
            link.Bind(sequence).Bind(commitment).Bind(hash).Run();
            using var payload = database.Use("INSERT INTO chain_payload (sequence, salt, payload) VALUES (?1, ?2, ?3)");
            payload.Bind(sequence).Bind(entry.Salt.Span).Bind(entry.Payload.Span).Run();
        }
    }

    public void Erase(IReadOnlyList<long> sequences)
    {
        foreach (var sequence in sequences)
        {
            using var erase = database.Use("DELETE FROM chain_payload WHERE sequence = ?1");
            erase.Bind(sequence).Run();
        }
    }

    private (long Sequence, byte[] Hash) Head()
    {
        using var head = database.Use("SELECT sequence, hash FROM chain ORDER BY sequence DESC LIMIT 1");
        return head.Step() ? (head.Number(0), head.Bytes(1)) : (0, new byte[32]);
    }
}
