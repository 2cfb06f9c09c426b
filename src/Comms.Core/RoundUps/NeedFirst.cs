using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps;

/// <summary>Notes so many messages, those of the greatest need, and the earlier of equal need. Keeps their keys, not their words.</summary>
internal sealed class NeedFirst(int most)
{
    private readonly PriorityQueue<RecordKey, (int Need, long Late)> _kept = new();

    /// <summary>How many were not noted.</summary>
    public long PassedOver { get; private set; }

    private IEnumerable<RecordKey> Keys => _kept.UnorderedItems.Select(item => item.Element);

    public void Add(LedgerRecord record, TriagedMessage message)
    {
        _kept.Enqueue(record.Key, (message.Findings.Priority, -record.Position));
        if (_kept.Count > most)
        {
            _kept.Dequeue();
            PassedOver++;
        }
    }

    /// <summary>The messages as they stand now: what was deleted since it was noted is not among them.</summary>
    public async ValueTask<List<TriagedMessage>> OpenAsync(ILedger ledger, CancellationToken cancel)
    {
        var messages = new List<TriagedMessage>();
        foreach (var key in Keys)
        {
            if (await ledger.FindAsync(key, cancel).ConfigureAwait(false) is { } record)
            {
                messages.Add(TriagedMessage.Open(record));
            }
        }

        return messages;
    }
}
