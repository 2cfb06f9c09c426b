using System.Security.Cryptography;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>Asks every room what it holds of a person, and makes of their answers what one transaction erases. Changes nothing.</summary>
internal sealed class ErasurePlanner(ILedger ledger, IMessageTraces messages, ILegalHolds holds, TraceFinder rooms)
{
    public async ValueTask<ErasurePlan> PlanAsync(Person person, DateTimeOffset now, CancellationToken cancel)
    {
        var written = await messages.WrittenByAsync(person, cancel).ConfigureAwait(false);
        var restricted = await RestrictedAsync(person, cancel).ConfigureAwait(false);
        var known = restricted.Select(copy => copy.Body.Message.Id).ToHashSet(StringComparer.Ordinal);
        var traces = new PersonTraces(person, [.. written.Concat(restricted.Select(copy => copy.Body.Message)).DistinctBy(message => message.Id)]);
        var kept = await holds.HeldAsync(traces.Messages, now, cancel).ConfigureAwait(false);
        var found = await rooms.FindAsync(traces, now, cancel).ConfigureAwait(false);
        var writes = found.Select(record => record.Erasure).OfType<LedgerWrite>().ToList();
        var erased = found.Where(record => record.Erasure is not null).Select(record => new ErasedItem(record.Item.Kind, record.Item.Id)).ToList();
        foreach (var copy in restricted.Where(copy => kept.All(held => held.Id != copy.Body.Message.Id)))
        {
            writes.Add(RestrictedCopies.Erased(copy.Record));
            erased.Add(new ErasedItem(RestrictedRecord.Kind, copy.Record.Key.Id));
        }

        writes.AddRange(kept.Where(held => !known.Contains(held.Id)).Select(held => RestrictedCopies.Of(traces.Messages.First(message => message.Id == held.Id), held)));
        var suppression = await SuppressAsync(written, now, writes, cancel).ConfigureAwait(false);
        return new ErasurePlan(
            [.. found.Select(record => record.Item), .. restricted.Select(copy => RestrictedCopies.Held(copy.Body))],
            [.. erased.Distinct()],
            [.. kept, .. found.Select(record => record.Kept).OfType<KeptItem>()],
            writes,
            await rooms.LinksAsync(traces, cancel).ConfigureAwait(false),
            suppression.Pseudonym(person));
    }

    private async ValueTask<List<(LedgerRecord Record, RestrictedRecord Body)>> RestrictedAsync(Person person, CancellationToken cancel)
    {
        var found = new List<(LedgerRecord Record, RestrictedRecord Body)>();
        await foreach (var copy in RestrictedCopies.ReadAsync(ledger, cancel).ConfigureAwait(false))
        {
            if (person.Is(copy.Body.Message.Author?.Handle))
            {
                found.Add(copy);
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
}
