using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>An epoch as it is stored, version 1: the ledger was restored from a backup, and what was due by then may have been sent.</summary>
internal sealed record EpochRecord(long Number, DateTimeOffset RestoredAt, string Reason)
{
    private const int Version = 1;

    public static RecordKey Key { get; } = new("epoch", "publishing");

    public byte[] Seal() => StoredRecord.Seal(Key.Kind, Version, this, PublishingJson.Default.EpochRecord);

    public static EpochRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PublishingJson.Default.EpochRecord);
}

/// <summary>The ledger's epoch as one look at it found it.</summary>
internal sealed record Epoch(EpochRecord? Began, long Revision)
{
    public static Epoch First { get; } = new(null, 0);

    public long Number => Began?.Number ?? 0;

    /// <summary>What an intent must find unchanged.</summary>
    public RecordRequirement Unchanged => new(EpochRecord.Key, Revision);

    public static async ValueTask<Epoch> ReadAsync(ILedger ledger, CancellationToken cancel) =>
        await ledger.FindAsync(EpochRecord.Key, cancel).ConfigureAwait(false) is { } record
            ? new Epoch(EpochRecord.Open(record), record.Revision)
            : First;

    /// <summary>
    /// Whether it may have been sent in the time that the backup does not know of. A person who has sent it on its way
    /// since, although it might stand, has decided.
    /// </summary>
    public bool Doubts(Delivery delivery) =>
        Began is { } began && delivery.PlannedFor <= began.RestoredAt && !(delivery.Body.AgainAt > began.RestoredAt);
}
