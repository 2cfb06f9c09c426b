using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Pictures;

/// <summary>What consents hold of a person: their name, where the place of the signed form tells it against the advice.</summary>
internal sealed class PictureTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = PictureConsentRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = PictureConsentRecord.Open(record);
            if (body.Form is { } form && traces.TellIn(form))
            {
                yield return new PersonalRecord(
                    new HeldItem(PictureConsentRecord.Kind, record.Key.Id, body.RecordedAt, form, new Dictionary<string, string>(StringComparer.Ordinal)),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = (body with { Form = traces.Without(form) }).Seal() });
            }
        }
    }
}
