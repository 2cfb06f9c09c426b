using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>Asks rooms, in order, for their own traces of what was written.</summary>
internal sealed class TraceFinder(ILedger ledger, params IReadOnlyList<IPersonalRecords> rooms)
{
    public async ValueTask<List<PersonalRecord>> FindAsync(PersonTraces traces, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new List<PersonalRecord>();
        foreach (var room in rooms)
        {
            await foreach (var record in room.FindAsync(traces, now, cancel).ConfigureAwait(false))
            {
                found.Add(record);
            }
        }

        return found;
    }

    /// <summary>The links of the audit whose payload tells of it: what was decided of the words, and whatever repeats them.</summary>
    public async ValueTask<List<long>> LinksAsync(PersonTraces traces, CancellationToken cancel)
    {
        var links = new List<long>();
        await foreach (var entry in new AuditTrail(ledger).ReadAsync(cancel).ConfigureAwait(false))
        {
            if ((entry.Subject is { } subject && traces.Ids.Contains(subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..]))
                || (entry.Detail is { } detail && traces.TellIn(detail)))
            {
                links.Add(entry.Sequence);
            }
        }

        return links;
    }
}
