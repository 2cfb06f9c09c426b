using System.Runtime.CompilerServices;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps;

/// <summary>What editions hold of a person: quotations of their words, and their name among those who said the same.</summary>
internal sealed class EditionTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = EditionRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var edition = EditionRecord.Open(record);
            if (EditionEraser.Without(edition, traces, now) is { } amended)
            {
                yield return new PersonalRecord(
                    new HeldItem(EditionRecord.Kind, edition.Id, edition.ComposedAt, Quoted(edition, traces), new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = edition.Team }),
                    new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = EditionRecord.Seal(amended) });
            }
        }
    }

    private static string Quoted(Edition edition, PersonTraces traces) => string.Join('\n', edition.Evidence.OfType<EditionClaim.Quoted>()
        .Where(claim => traces.Ids.Contains(claim.MessageId))
        .Select(claim => edition.Document.Blocks[claim.Block]).OfType<Documents.MessageCard>().Select(card => card.Text));
}
