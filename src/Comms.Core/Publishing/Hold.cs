using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>A hold as it is stored, version 1; older ones know no end that was begun. Every intent requires it to stand as it was read.</summary>
internal sealed record HoldRecord(bool On, string Reason, string By, DateTimeOffset At, HoldEnd? End = null)
{
    public const string Kind = "hold";
    private const int Version = 1;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, PublishingJson.Default.HoldRecord);

    public static HoldRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PublishingJson.Default.HoldRecord);
}

/// <summary>The end of a hold, once it was begun: a run that was killed goes on with the same.</summary>
internal sealed record HoldEnd(ResumeAs As, DateTimeOffset At);

/// <summary>A hold as one look at the ledger found it.</summary>
/// <param name="Scope">What it holds.</param>
/// <param name="Stands">The hold in force; null when it holds nothing.</param>
/// <param name="Revision">What an intent must find unchanged.</param>
internal readonly record struct Hold(HoldScope Scope, HoldRecord? Stands, long Revision)
{
    public RecordRequirement Unchanged => new(Scope.Key, Revision);

    public static async ValueTask<Hold> ReadAsync(ILedger ledger, HoldScope scope, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(scope.Key, cancel).ConfigureAwait(false);
        return record is null
            ? new Hold(scope, null, 0)
            : new Hold(scope, HoldRecord.Open(record) is { On: true } hold ? hold : null, record.Revision);
    }
}

/// <summary>Every hold that could stop a delivery, as one look at the ledger found them. A crisis post asks for none.</summary>
internal sealed record Holds(IReadOnlyList<Hold> Read)
{
    public bool Stand => Read.Any(hold => hold.Stands is not null);

    public IReadOnlyList<RecordRequirement> Unchanged => [.. Read.Select(hold => hold.Unchanged)];

    public static async ValueTask<Holds> ReadAsync(ILedger ledger, Delivery delivery, CancellationToken cancel)
    {
        var read = new List<Hold>();
        foreach (var scope in delivery.Crisis ? [] : HoldScope.Covering(delivery))
        {
            read.Add(await Hold.ReadAsync(ledger, scope, cancel).ConfigureAwait(false));
        }

        return new Holds(read);
    }
}
