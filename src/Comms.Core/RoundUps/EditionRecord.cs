using Comms.Core.Ledger;

namespace Comms.Core.RoundUps;

/// <summary>The one door between an <see cref="Edition"/> and the ledger.</summary>
internal static class EditionRecord
{
    public const string Kind = "edition";

    private const int Version = 2;

    public static RecordKey Key(string id) => new(Kind, id);

    public static byte[] Seal(Edition edition)
    {
        var isAmended = edition.Amendments.Count > 0;
        var stored = new StoredEdition
        {
            Hash = edition.Hash,
            ComposedAt = edition.ComposedAt,
            Content = edition.Content,
            Id = isAmended ? edition.Id : null,
            Amendments = isAmended ? edition.Amendments : null,
        };
        return StoredRecord.Seal(Kind, Version, stored, EditionJson.Default.StoredEdition);
    }

    /// <exception cref="LedgerException">The record is damaged, newer, or not what its hash says.</exception>
    public static Edition Open(LedgerRecord record)
    {
        var stored = StoredRecord.Open(record, Version, EditionJson.Default.StoredEdition);
        var edition = stored is { Id: { } id, Amendments: { } amendments }
            ? new Edition(stored.Content, stored.ComposedAt, id, amendments)
            : new Edition(stored.Content, stored.ComposedAt);
        return edition.Hash == stored.Hash && Key(edition.Id) == record.Key
            ? edition
            : throw new LedgerException(LedgerFault.Damaged, $"The record {record.Key} is damaged: the edition does not match its hash.");
    }
}
