using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Retention;

/// <summary>What one transaction erases, and what it leaves because it is kept.</summary>
internal sealed record RetentionPart(IReadOnlyList<ErasedItem> Erased, IReadOnlyList<KeptItem> Kept, IReadOnlyList<LedgerWrite> Writes, IReadOnlyList<long> Links)
{
    public static RetentionPart Of(IReadOnlyList<PersonalRecord> records, IReadOnlyList<KeptItem> kept, IReadOnlyList<long> links) => new(
        [.. records.Where(record => record.Erasure is not null).Select(record => new ErasedItem(record.Item.Kind, record.Item.Id)).Distinct()],
        kept,
        [.. records.Select(record => record.Erasure).OfType<LedgerWrite>()],
        links);
}
