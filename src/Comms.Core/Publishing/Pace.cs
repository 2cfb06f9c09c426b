using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>When an account last began to send, of which post, what it has used of its quota and until when its channel takes nothing, as it is stored, version 2; older ones have no quota. It lies in the ledger so that it holds across hosts.</summary>
internal sealed record PaceRecord(DateTimeOffset LastIntent, string? Post = null, IReadOnlyList<Spent>? Spent = null, DateTimeOffset? RestsUntil = null)
{
    public const string Kind = "pace";
    private const int Version = 2;

    public byte[] Seal() => StoredRecord.Seal(Kind, Version, this, PublishingJson.Default.PaceRecord);

    public static PaceRecord Open(LedgerRecord record) => StoredRecord.Open(record, Version, PublishingJson.Default.PaceRecord);
}

/// <summary>An account's pace as one look at the ledger found it.</summary>
internal readonly record struct Pace(string Account, PaceRecord? Last, long Revision)
{
    /// <summary>What a server says is believed for so long: a wrong header does not silence an account for good.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(1);

    public static async ValueTask<Pace> ReadAsync(ILedger ledger, string account, CancellationToken cancel)
    {
        var record = await ledger.FindAsync(new RecordKey(PaceRecord.Kind, account), cancel).ConfigureAwait(false);
        return record is null ? new Pace(account, null, 0) : new Pace(account, PaceRecord.Open(record), record.Revision);
    }

    /// <summary>Two hosts cannot both take the same turn: the second finds another revision.</summary>
    public LedgerWrite Take(Delivery delivery, Quota? quota, DateTimeOffset now) => new()
    {
        Key = new RecordKey(PaceRecord.Kind, Account),
        Expected = Revision,
        Content = new PaceRecord(now, delivery.Post, quota is null ? null : Spending.With(Last?.Spent ?? [], quota, now)).Seal(),
    };

    /// <summary>Remembers that the channel takes nothing for a while. If someone else changed the pace meanwhile it is let be: the next answer says so again.</summary>
    public static async ValueTask RestAsync(ILedger ledger, string account, TimeSpan rest, DateTimeOffset now)
    {
        var pace = await ReadAsync(ledger, account, CancellationToken.None).ConfigureAwait(false);
        if (pace.Last is { } last)
        {
            var content = (last with { RestsUntil = now + (rest < LongestRest ? rest : LongestRest) }).Seal();
            var write = new LedgerWrite { Key = new RecordKey(PaceRecord.Kind, account), Expected = pace.Revision, Content = content };
            _ = await ledger.CommitAsync(new LedgerBatch { Writes = [write] }, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Until when the account's channel takes nothing; null when it takes posts now.</summary>
    public DateTimeOffset? RestsUntil(DateTimeOffset now) => Last?.RestsUntil is { } until && until > now ? until : null;

    /// <summary>When the account's quota has room for a delivery; null when it has some now, or there is no quota.</summary>
    public DateTimeOffset? NextInQuota(Delivery delivery, Quota? quota, DateTimeOffset now) =>
        quota is null ? null : Spending.Next(Last?.Spent ?? [], quota, delivery.Crisis, now);

    /// <summary>
    /// The earliest instant at which a late post of this account may go, so that an outage never ends in a burst. What one
    /// post is to each of its recipients is no burst to any of them.
    /// </summary>
    public DateTimeOffset NextCatchUp(Delivery delivery, TimeSpan gap) => Last is { } last && (delivery.Recipient is null || last.Post != delivery.Post)
        ? last.LastIntent + gap
        : DateTimeOffset.MinValue;
}
