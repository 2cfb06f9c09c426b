using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Amplifiers;

/// <summary>What is held of a colleague who helps spread facts: that they agreed, their accounts, what they shared.</summary>
internal sealed class AmplifierTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = AmplifierRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = AmplifierRecord.Open(record);
            string[] texts = [body.Person, body.Name, .. body.Handles, .. body.Work.Select(work => work.Title)];
            if (texts.Any(traces.TellIn))
            {
                yield return new PersonalRecord(
                    new HeldItem(AmplifierRecord.Kind, record.Key.Id, body.AgreedAt, string.Join('\n', texts), new Dictionary<string, string>(StringComparer.Ordinal)),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = body.WithoutThem(now).Seal() });
            }
        }
    }
}
