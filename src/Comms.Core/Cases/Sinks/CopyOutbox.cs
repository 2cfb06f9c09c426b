using Comms.Core.Ledger;

namespace Comms.Core.Cases.Sinks;

/// <summary>Gives what must commit together with a change of cases, so that no sink misses one.</summary>
internal sealed class CopyOutbox(ILedger ledger, TimeProvider clock, IReadOnlyList<string> sinks)
{
    /// <summary>The writes by which the sinks get the cases that a batch changes.</summary>
    public async ValueTask<IReadOnlyList<LedgerWrite>> ForAsync(IEnumerable<RecordKey> changed, CancellationToken cancel)
    {
        var writes = new List<LedgerWrite>();
        foreach (var key in sinks.Count == 0 ? [] : changed.Where(key => key.Kind == Case.Kind).Distinct())
        {
            foreach (var sink in sinks)
            {
                var before = await ledger.FindAsync(CopyRecord.Key(sink, key.Id), cancel).ConfigureAwait(false);
                writes.Add(Again(sink, key.Id, before));
            }
        }

        return writes;
    }

    /// <summary>
    /// Where an attempt runs or is in doubt nothing is changed but the revision: whoever settles it meanwhile notices, and
    /// sends again.
    /// </summary>
    private LedgerWrite Again(string sink, string caseId, LedgerRecord? before)
    {
        var copy = before is null ? new CopyRecord(sink, caseId, CopyState.Waiting) : CopyRecord.Open(before);
        return new LedgerWrite
        {
            Key = CopyRecord.Key(sink, caseId),
            Expected = before?.Revision ?? 0,
            Content = (copy.State is CopyState.Sending or CopyState.NeedsHuman ? copy : copy.ToSend()).Seal(),
            Due = copy.State == CopyState.NeedsHuman ? null : clock.GetUtcNow(),
        };
    }
}
