using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>What Listening holds of a person: the messages they wrote, and rows that could not be read and name them.</summary>
internal sealed class MessageTraces(ILedger ledger) : IMessageTraces, IAgedRecords
{
    public ValueTask<IReadOnlyList<TracedMessage>> WrittenByAsync(Person person, CancellationToken cancel) =>
        StandingAsync(message => person.Is(message.Author?.Handle), cancel);

    public ValueTask<IReadOnlyList<TracedMessage>> WrittenBeforeAsync(DateTimeOffset instant, CancellationToken cancel) =>
        StandingAsync(message => message.At < instant, cancel);

    public async ValueTask<TracedMessage?> FindAsync(string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(Message.Kind, id), cancel).ConfigureAwait(false) is { } record ? Traced(Message.Open(record)) : null;

    /// <summary>Rows that could not be read and were set aside: what stands in them is as old as they are.</summary>
    public async IAsyncEnumerable<PersonalRecord> BeforeAsync(DateTimeOffset instant, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = SetAsideRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (SetAsideRecord.Open(record) is var body && body.At < instant)
            {
                yield return SetAside(record, body);
            }
        }
    }

    public async IAsyncEnumerable<PersonalRecord> FindAsync(PersonTraces traces, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var traced in traces.Messages)
        {
            if (await ledger.FindAsync(new RecordKey(Message.Kind, traced.Id), cancel).ConfigureAwait(false) is { } record
                && MessageRecord.Open(record) is { DeletedAt: null } body)
            {
                yield return new PersonalRecord(Held(traced, body), Emptied(record, body, now));
            }
        }

        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = SetAsideRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = SetAsideRecord.Open(record);
            if (traces.TellIn(body.Raw))
            {
                yield return SetAside(record, body);
            }
        }
    }

    private async ValueTask<IReadOnlyList<TracedMessage>> StandingAsync(Func<Message, bool> wanted, CancellationToken cancel)
    {
        var standing = new List<TracedMessage>();
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = Message.Kind }, cancel).ConfigureAwait(false))
        {
            if (Message.Open(record) is { DeletedAt: null } message && wanted(message))
            {
                standing.Add(Traced(message));
            }
        }

        return standing;
    }

    internal static TracedMessage Traced(Message message) => new(message.Id, message.ItemId, message.Source, message.At, message.Text, message.Author);

    private static PersonalRecord SetAside(LedgerRecord record, SetAsideRecord body) => new(
        new HeldItem(SetAsideRecord.Kind, record.Key.Id, body.At, body.Raw, new Dictionary<string, string>(StringComparer.Ordinal) { ["source"] = body.Source, ["reason"] = body.Reason }),
        new LedgerWrite { Key = record.Key, Expected = record.Revision, Content = null });

    /// <summary>What stays says that there was a message, so that the same item of its source is not taken for a new one.</summary>
    private static LedgerWrite Emptied(LedgerRecord record, MessageRecord body, DateTimeOffset now) => new()
    {
        Key = record.Key,
        Expected = record.Revision,
        Content = (body with { DeletedAt = now, Item = new SourceItem { Id = "", Text = "", At = body.Item.At, Act = body.Item.Act } }).Seal(),
    };

    private static HeldItem Held(TracedMessage traced, MessageRecord body) => new(
        Message.Kind,
        traced.Id,
        traced.At,
        traced.Text,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["source"] = traced.Source,
            ["account"] = traced.Author?.Handle,
            ["name"] = traced.Author?.Name,
            ["url"] = body.Item.Url,
            ["service"] = body.Item.Service,
            ["place"] = body.Item.Place,
            ["groups"] = body.Groups.Count == 0 ? null : string.Join("; ", body.Groups),
        }.Where(detail => detail.Value is not null).ToDictionary(detail => detail.Key, detail => detail.Value!, StringComparer.Ordinal));
}
