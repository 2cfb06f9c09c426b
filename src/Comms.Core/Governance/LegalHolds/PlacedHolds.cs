using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.LegalHolds;

/// <summary>Keeps what people placed a hold on; and, while it stands, knows of a person that theirs is kept.</summary>
internal sealed class PlacedHolds(ILedger ledger) : ILegalHolds, IPersonalRecords
{
    public async ValueTask<IReadOnlyList<KeptItem>> HeldAsync(IReadOnlyList<TracedMessage> messages, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = new List<KeptItem>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = LegalHoldRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var hold = LegalHold.Open(record);
            kept.AddRange(messages.Where(hold.Keeps).Select(message => Keep("message", message.Id, hold)));
        }

        return [.. kept.DistinctBy(item => item.Id)];
    }

    /// <summary>A hold that names the person by their account; its name goes when it is released, and not before.</summary>
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = LegalHoldRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var (hold, body) = (LegalHold.Open(record), LegalHoldRecord.Open(record));
            var names = hold.Writers.Any(traces.Person.Is);
            if (!names && !traces.TellIn(hold.Reason) && !traces.TellIn(hold.Owner))
            {
                continue;
            }

            var without = new LedgerWrite
            {
                Key = record.Key,
                Expected = record.Revision,
                Content = (body with { Reason = traces.Without(body.Reason), Owner = traces.Without(body.Owner) }).Seal(),
            };
            yield return new PersonalRecord(new HeldItem(LegalHoldRecord.Kind, hold.Key, hold.PlacedAt, hold.Reason, new Dictionary<string, string>(StringComparer.Ordinal)), names ? null : without)
            {
                Kept = names ? Keep(LegalHoldRecord.Kind, hold.Key, hold) : null,
            };
        }
    }

    private static KeptItem Keep(string kind, string id, LegalHold hold) => new(kind, id, $"legal hold {hold.Key}: {hold.Reason}", hold.Owner, hold.ReviewOn);
}
