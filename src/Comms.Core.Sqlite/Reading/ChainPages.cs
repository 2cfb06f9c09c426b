using Comms.Core.Ledger;

namespace Comms.Core.Sqlite.Reading;

/// <summary>Reads pages of the audit chain.</summary>
internal static class ChainPages
{
    internal const string After =
        """
        SELECT chain.sequence, commitment, hash, salt, payload FROM chain LEFT JOIN chain_payload USING (sequence)
        WHERE chain.sequence > ?1 ORDER BY chain.sequence LIMIT ?2
        """;

    public static List<ChainLink> Page(Database database, long after, int size)
    {
        using var rows = database.Use(After).Bind(after).Bind(size);
        var page = new List<ChainLink>();
        while (rows.Step())
        {
            page.Add(new ChainLink
            {
                Sequence = rows.Number(0),
                Commitment = rows.Bytes(1),
                Hash = rows.Bytes(2),
                Salt = rows.BytesOrNull(3),
                Payload = rows.BytesOrNull(4),
            });
        }

        return page;
    }
}
