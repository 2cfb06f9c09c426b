using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;
using Comms.Core.Triage.Corrections;

namespace Comms.Core.Triage;

/// <summary>What Triage holds of a person: what was found in their messages. What was learnt from them is learnt anew without.</summary>
internal sealed class TriageTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var traced in traces.Messages)
        {
            if (await ledger.FindAsync(new RecordKey(TriagedMessage.Kind, traced.Id), cancel).ConfigureAwait(false) is { } record)
            {
                yield return new PersonalRecord(
                    Held(TriagedMessage.Open(record)), new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = null });
            }
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Correction.RecordKind }, cancel).ConfigureAwait(false))
        {
            if (Correction.Open(record) is var correction && traces.Ids.Contains(correction.MessageId)
                && await ledger.FindAsync(CorrectionsRecord.Key, cancel).ConfigureAwait(false) is { } head)
            {
                // Written as it was: every host sees by its revision that it must learn anew.
                yield return new PersonalRecord(
                    new HeldItem("corrections", head.Key.Id, At: null, Text: null, new Dictionary<string, string>(StringComparer.Ordinal)),
                    new LedgerWrite { Key = head.Key, Expected = head.Revision, Content = head.Content });
                yield break;
            }
        }
    }

    private static HeldItem Held(TriagedMessage message) => new(
        "triage",
        message.MessageId,
        message.At,
        Text: null,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["language"] = message.Findings.Language,
            ["sentiment"] = message.Findings.Sentiment.Label,
            ["kinds"] = string.Join(", ", message.Findings.Kinds.Select(kind => kind.Name)),
            ["themes"] = string.Join(", ", message.Findings.Themes.Select(theme => theme.Name)),
            ["urgency"] = message.Findings.Urgency.ToString().ToLowerInvariant(),
            ["flags"] = string.Join(", ", message.Findings.Flags),
            ["teams"] = string.Join(", ", message.Findings.Routes.Select(route => route.Team)),
        });
}
