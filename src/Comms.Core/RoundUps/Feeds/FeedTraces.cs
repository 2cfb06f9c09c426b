using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>What the moderated feed holds of a person: what was decided of their messages.</summary>
internal sealed class FeedTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var traced in traces.Messages)
        {
            if (await ledger.FindAsync(FeedRecord.Key(traced.Id), cancel).ConfigureAwait(false) is { } record)
            {
                var details = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["state"] = FeedRecord.Open(record).State.ToString().ToLowerInvariant(),
                    ["consent"] = FeedRecord.Open(record).Consent ?? "",
                };
                yield return new PersonalRecord(
                    new HeldItem(FeedRecord.Kind, traced.Id, At: null, Text: null, details),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = null });
            }
        }
    }
}
