using System.Security.Cryptography;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>Asks every room what it holds of a person, and makes of their answers what one transaction erases. Changes nothing.</summary>
internal sealed class ErasurePlanner(ILedger ledger, IMessageTraces messages, ILegalHolds holds, IReadOnlyList<IPersonalRecords> rooms)
{
    public async ValueTask<ErasurePlan> PlanAsync(Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var written = await messages.WrittenByAsync(person, cancel).ConfigureAwait(false);
        var restricted = await RestrictedAsync(person, cancel).ConfigureAwait(false);
        var known = restricted.Select(copy => copy.Body.Message.Id).ToHashSet(StringComparer.Ordinal);
        var traces = new PersonTraces(person, [.. written.Concat(restricted.Select(copy => copy.Body.Message)).DistinctBy(message => message.Id)]);
        var kept = await holds.HeldAsync(traces.Ids, now, cancel).ConfigureAwait(false);
        var found = await FindAsync(traces, now, cancel).ConfigureAwait(false);
        var writes = found.Select(record => record.Erasure).OfType<LedgerWrite>().ToList();
        var erased = found.Where(record => record.Erasure is not null).Select(record => new ErasedItem(record.Item.Kind, record.Item.Id)).ToList();
        foreach (var copy in restricted.Where(copy => kept.All(held => held.Id != copy.Body.Message.Id)))
        {
            writes.Add(new LedgerWrite { Key = copy.Record.Key, Expected = copy.Record.Revision, Content = null });
            erased.Add(new ErasedItem(RestrictedRecord.Kind, copy.Record.Key.Id));
        }

        writes.AddRange(kept.Where(held => !known.Contains(held.Id)).Select(held => Restrict(traces, held)));
        var suppression = await SuppressAsync(written, now, writes, cancel).ConfigureAwait(false);
        return new ErasurePlan(
            [.. found.Select(record => record.Item), .. restricted.Select(copy => Held(copy.Body))],
            [.. erased.Distinct()],
            [.. kept, .. found.Select(record => record.Kept).OfType<KeptItem>()],
            writes,
            await LinksAsync(traces, cancel).ConfigureAwait(false),
            suppression.Pseudonym(person));
    }

    private static LedgerWrite Restrict(PersonTraces traces, KeptItem held) => new()
    {
        Key = RestrictedRecord.Key(held.Id),
        Expected = 0,
        Content = new RestrictedRecord(traces.Messages.First(message => message.Id == held.Id), held).Seal(),
    };

    private static HeldItem Held(RestrictedRecord copy) => new(
        RestrictedRecord.Kind,
        copy.Message.Id,
        copy.Message.At,
        copy.Message.Text,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["case"] = copy.Because.Case ?? "",
            ["reason"] = copy.Because.Reason,
            ["reviewOn"] = copy.Because.ReviewOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        });

    private async ValueTask<List<PersonalRecord>> FindAsync(PersonTraces traces, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new List<PersonalRecord>();
        foreach (var room in rooms.Prepend(messages))
        {
            await foreach (var record in room.FindAsync(traces, now, cancel).ConfigureAwait(false))
            {
                found.Add(record);
            }
        }

        return found;
    }

    private async ValueTask<List<(LedgerRecord Record, RestrictedRecord Body)>> RestrictedAsync(Person person, CancellationToken cancel)
    {
        var found = new List<(LedgerRecord Record, RestrictedRecord Body)>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = RestrictedRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (RestrictedRecord.Open(record) is var body && person.Is(body.Message.Author.Handle))
            {
                found.Add((record, body));
            }
        }

        return found;
    }

    /// <summary>Puts what is erased on the list of what may not come back; makes the list's key where there is none yet.</summary>
    private async ValueTask<Suppression> SuppressAsync(
        IReadOnlyList<TracedMessage> written, DateTimeOffset now, List<LedgerWrite> writes, CancellationToken cancel)
    {
        var list = await Suppression.OpenAsync(ledger, cancel).ConfigureAwait(false);
        if (list is null)
        {
            var secret = RandomNumberGenerator.GetBytes(Suppression.SecretLength);
            list = new Suppression(secret);
            if (written.Count > 0)
            {
                writes.Add(new LedgerWrite { Key = SuppressionKeyRecord.Key, Expected = 0, Content = new SuppressionKeyRecord(secret).Seal() });
            }
        }

        foreach (var key in written.SelectMany(list.KeysOf).Distinct())
        {
            var before = await ledger.FindAsync(key, cancel).ConfigureAwait(false);
            writes.Add(new LedgerWrite { Key = key, Expected = before?.Revision ?? 0, Content = new SuppressedRecord(now).Seal() });
        }

        return list;
    }

    /// <summary>The links of the audit whose payload tells of the person: what was decided of their words, and whatever names them.</summary>
    private async ValueTask<List<long>> LinksAsync(PersonTraces traces, CancellationToken cancel)
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
