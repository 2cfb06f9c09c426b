using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>The hold on everything, as it is stored, version 1. Every intent requires it to stand as it was read.</summary>
internal sealed record HoldRecord(bool On, string Reason, string By, DateTimeOffset At)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("hold", "all");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, PublishingJson.Default.HoldRecord);

    public static HoldRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PublishingJson.Default.HoldRecord);
}

/// <summary>The hold as one look at the ledger found it.</summary>
/// <param name="Stands">The hold in force; null when nothing is held.</param>
/// <param name="Revision">What an intent must find unchanged.</param>
internal readonly record struct Hold(HoldRecord? Stands, long Revision)
{
    public RecordRequirement Unchanged => new(HoldRecord.Key, Revision);

    public static async ValueTask<Hold> ReadAsync(ILedger ledger, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(HoldRecord.Key, cancel).ConfigureAwait(false);
        return record is null ? new Hold(null, 0) : new Hold(HoldRecord.Open(record) is { On: true } hold ? hold : null, record.Revision);
    }
}
