using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Retention;

/// <summary>Finds what is old enough to erase, and what keeps it. Changes nothing.</summary>
/// <param name="ledger">Where everything is.</param>
/// <param name="options">How old that is.</param>
/// <param name="messages">The room that heard them.</param>
/// <param name="made">The rooms whose records are made of messages, that room first.</param>
/// <param name="rows">What is old by itself, though of no message.</param>
/// <param name="cases">Cases that are closed.</param>
/// <param name="working">Keeps whatever is still worked with: an open case its messages.</param>
/// <param name="holds">Keeps what must be kept though it is gone everywhere else.</param>
internal sealed class RetentionPlanner(
    ILedger ledger, RetentionOptions options, IMessageTraces messages, TraceFinder made, IAgedRecords rows, IAgedRecords cases, ILegalHolds working, ILegalHolds holds)
{
    /// <summary>The messages that are old and that nothing keeps, and those that something does.</summary>
    public async ValueTask<(IReadOnlyList<TracedMessage> Messages, IReadOnlyList<KeptItem> Kept)> MessagesAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.Messages is not { } age)
        {
            return ([], []);
        }

        var old = await messages.WrittenBeforeAsync(now - age, cancel).ConfigureAwait(false);
        var kept = await new EveryHold(working, holds).HeldAsync(old, now, cancel).ConfigureAwait(false);
        var ids = kept.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return ([.. old.Where(message => !ids.Contains(message.Id))], kept);
    }

    /// <summary>What the audit tells of the messages, by their ids.</summary>
    public ValueTask<ILookup<string, long>> LinksAsync(IReadOnlyList<TracedMessage> old, CancellationToken cancel) =>
        made.LinksAsync(old.Select(message => message.Id).ToHashSet(StringComparer.Ordinal), cancel);

    /// <summary>What is made of some messages, as it stands now.</summary>
    public async ValueTask<RetentionPart> PartAsync(IReadOnlyList<TracedMessage> some, ILookup<string, long> links, DateTimeOffset now, CancellationToken cancel) => RetentionPart.Of(
        await made.FindAsync(PersonTraces.Aged(some), now, cancel).ConfigureAwait(false), [], [.. some.SelectMany(message => links[message.Id])]);

    /// <summary>What is old and of no message that stands: rows set aside, the words of closed cases, and copies that nothing keeps any more.</summary>
    public async ValueTask<RetentionPart> RestAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var records = new List<PersonalRecord>();
        var kept = new List<KeptItem>();
        if (options.Messages is { } age)
        {
            records.AddRange(await rows.BeforeAsync(now - age, cancel).ToListAsync(cancel).ConfigureAwait(false));
        }

        List<PersonalRecord> closed = options.Cases is { } after ? await cases.BeforeAsync(now - after, cancel).ToListAsync(cancel).ConfigureAwait(false) : [];
        var copies = await RestrictedCopies.ReadAsync(ledger, cancel).ToListAsync(cancel).ConfigureAwait(false);
        var traced = await FindAsync(closed.SelectMany(record => record.Messages), cancel).ConfigureAwait(false);
        var held = await holds.HeldAsync([.. traced, .. copies.Select(copy => copy.Body.Message)], now, cancel).ConfigureAwait(false);
        foreach (var record in closed)
        {
            if (held.FirstOrDefault(item => record.Messages.Contains(item.Id, StringComparer.Ordinal)) is { } keeps)
            {
                kept.Add(keeps with { Kind = record.Item.Kind, Id = record.Item.Id });
            }
            else
            {
                records.Add(record);
            }
        }

        var needed = held.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        records.AddRange(copies.Where(copy => !needed.Contains(copy.Body.Message.Id))
            .Select(copy => new PersonalRecord(RestrictedCopies.Held(copy.Body), RestrictedCopies.Erased(copy.Record))));
        return RetentionPart.Of(records, kept, []);
    }

    private async ValueTask<List<TracedMessage>> FindAsync(IEnumerable<string> ids, CancellationToken cancel)
    {
        var traced = new List<TracedMessage>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await messages.FindAsync(id, cancel).ConfigureAwait(false) is { } message)
            {
                traced.Add(message);
            }
        }

        return traced;
    }
}
