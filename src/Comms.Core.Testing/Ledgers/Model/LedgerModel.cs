using System.Text;
using Comms.Core.Ledger;

namespace Comms.Core.Testing.Ledgers.Model;

/// <summary>
/// The contract of a ledger in its plainest form: a list in order of creation that is searched from end to end. It is
/// slow, and short enough to be believed.
/// </summary>
internal sealed class LedgerModel(DateTimeOffset start)
{
    public DateTimeOffset Now { get; set; } = start;

    public List<ModelRecord> Records { get; } = [];

    public List<string?> Chain { get; } = [];

    public ModelRecord? Find(RecordKey key) => Records.Find(record => record.Key == key);

    public CommitResult Commit(LedgerBatch batch, long chainStart)
    {
        var refusal = batch.Requires
            .Where(required => Revision(required.Key) != required.Revision)
            .Select(required => new CommitResult(CommitRefusal.Requirement, required.Key))
            .Concat(batch.Writes.Select(Judge).Where(result => !result.Committed))
            .FirstOrDefault(CommitResult.Done);
        if (refusal.Committed)
        {
            Apply(batch, chainStart);
        }

        return refusal;
    }

    /// <summary>The records a claim must take, in order. The caller notes the leases.</summary>
    public List<ModelRecord> Claimable(ClaimRequest request)
    {
        var due = Records
            .Where(record => record.Due <= (request.DueBy ?? Now) && record.Until <= Now)
            .Where(record => record.Lane is null || !Records.Any(other => other.Lane == record.Lane && other.Until > Now))
            .OrderBy(record => record.Due);
        return [.. due.Take(request.Limit)];
    }

    /// <summary>How long until the next record falls due; of a lane the first due record alone counts.</summary>
    public TimeSpan? NextDue(DateTimeOffset after) =>
        Records.Where(record => record.Due is not null)
            .GroupBy(record => record.Lane is { } lane ? (lane, "") : ("", record.Key.Id))
            .Select(lane => lane.Min(record => record.Due))
            .Where(due => due > after)
            .Min() - after;

    private long Revision(RecordKey key) => Find(key)?.Revision ?? 0;

    private CommitResult Judge(LedgerWrite write)
    {
        if (Revision(write.Key) != write.Expected)
        {
            return new CommitResult(CommitRefusal.Conflict, write.Key);
        }

        var lives = Find(write.Key) is { } record && record.Fence == write.Fence && record.Until > Now;
        return write.Fence is null || lives ? CommitResult.Done : new CommitResult(CommitRefusal.LeaseLost, write.Key);
    }

    private void Apply(LedgerBatch batch, long chainStart)
    {
        foreach (var index in batch.Erase.Select(sequence => (int)(sequence - chainStart) - 1).Where(index => index < Chain.Count))
        {
            Chain[index] = null;
        }

        foreach (var write in batch.Writes)
        {
            Apply(write);
        }

        Chain.AddRange(batch.Entries.Select(entry => Encoding.UTF8.GetString(entry.Payload.Span)));
    }

    private void Apply(LedgerWrite write)
    {
        var record = Find(write.Key);
        if (write.Content is not { } content)
        {
            Records.Remove(record!);
            return;
        }

        if (record is null)
        {
            record = new ModelRecord { Key = write.Key, Lane = write.Lane };
            Records.Add(record);
        }

        record.Revision++;
        record.Content = Encoding.UTF8.GetString(content.Span);
        record.Due = write.Due;
        if (write is { Fence: not null, Release: true })
        {
            record.Until = default;
        }
    }
}
