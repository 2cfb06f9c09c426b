using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Concerns;

/// <summary>What concerns hold of a person: their name or words, where the team's own words repeat them.</summary>
internal sealed class ConcernTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = ConcernRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = ConcernRecord.Open(record);
            string[] texts = [body.Said, body.To, body.Outcome?.Did ?? "", body.Outcome?.By ?? ""];
            if (texts.Any(traces.TellIn))
            {
                yield return new PersonalRecord(
                    new HeldItem(ConcernRecord.Kind, record.Key.Id, body.PassedAt, string.Join('\n', texts.Where(traces.TellIn)), new Dictionary<string, string>(StringComparer.Ordinal)),
                    Without(body, traces).Over(record));
            }
        }
    }

    private static ConcernRecord Without(ConcernRecord body, PersonTraces traces) => body with
    {
        Said = traces.Without(body.Said),
        To = traces.Without(body.To),
        Outcome = body.Outcome is { } outcome ? outcome with { Did = traces.Without(outcome.Did), By = traces.Without(outcome.By) } : null,
    };
}
