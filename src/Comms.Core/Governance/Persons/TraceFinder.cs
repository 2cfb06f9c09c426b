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
            if ((SubjectOf(entry) is { } subject && traces.Ids.Contains(subject))
                || (entry.Detail is { } detail && traces.TellIn(detail)))
            {
                links.Add(entry.Sequence);
            }
        }

        return links;
    }

    /// <summary>The links of the audit about each of some messages, in one reading of it.</summary>
    public async ValueTask<ILookup<string, long>> LinksAsync(IReadOnlySet<string> ids, CancellationToken cancel)
    {
        var links = new List<(string Id, long Link)>();
        await foreach (var entry in (ids.Count == 0 ? AsyncEnumerable.Empty<AuditEntry>() : new AuditTrail(ledger).ReadAsync(cancel)).ConfigureAwait(false))
        {
            if (SubjectOf(entry) is { } subject && ids.Contains(subject))
            {
                links.Add((subject, entry.Sequence));
            }
        }

        return links.ToLookup(link => link.Id, link => link.Link, StringComparer.Ordinal);
    }

    /// <summary>The id of the record that an entry is about; null where it was erased.</summary>
    private static string? SubjectOf(AuditEntry entry) => entry.Subject is { } subject ? subject[(subject.IndexOf('/', StringComparison.Ordinal) + 1)..] : null;
}
