using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.RoundUps.Reads;

/// <summary>What read-round-ups hold of a person: their words, or their name. The item stays, its link too; the words go.</summary>
internal sealed class ReadTraces(ILedger ledger) : IPersonalRecords
{
    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = ReadRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = ReadRecord.Open(record);
            ReadItem[] items = [.. body.Content.Items.Select(item => Without(item, traces))];
            if (items.SequenceEqual(body.Content.Items))
            {
                continue;
            }

            var content = body.Content with { Items = items, Title = traces.Without(body.Content.Title) };
            var next = body with { Content = content, Hash = content.Hash(), RemovedAt = [.. body.RemovedAt, now] };
            var said = body.Content.Items.Except(items).Select(item => item.Quote ?? item.Label);
            yield return new PersonalRecord(
                new HeldItem(ReadRecord.Kind, record.Key.Id, body.FrozenAt, string.Join('\n', said), new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = body.Content.Title }),
                next.Over(record));
        }
    }

    private static ReadItem Without(ReadItem item, PersonTraces traces) => item with
    {
        Label = traces.Without(item.Label),
        Quote = item.Author is { } author && traces.TellIn(author) && item.Quote is not null ? ErasedWords.Mark : Without(item.Quote, traces),
        Author = item.Author is { } name && traces.TellIn(name) ? null : item.Author,
        Comment = Without(item.Comment, traces),
        Embed = Without(item.Embed, traces),
    };

    private static string? Without(string? text, PersonTraces traces) => text is null ? null : traces.Without(text);
}
