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
/// <param name="using">Keeps whatever is still worked with: an open case its messages.</param>
/// <param name="holds">Keeps what must be kept though it is gone everywhere else.</param>
internal sealed class RetentionPlanner(
    ILedger ledger, RetentionOptions options, IMessageTraces messages, TraceFinder made, IAgedRecords rows, IAgedRecords cases, ILegalHolds @using, ILegalHolds holds)
{
    /// <summary>The messages that are old and that nothing keeps, and those that something does.</summary>
    public async ValueTask<(IReadOnlyList<TracedMessage> Messages, IReadOnlyList<KeptItem> Kept)> MessagesAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.Messages is not { } age)
        {
            return ([], []);
        }

        var old = await messages.WrittenBeforeAsync(now - age, cancel).ConfigureAwait(false);
        var kept = await new EveryHold(@using, holds).HeldAsync(old, now, cancel).ConfigureAwait(false);
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

        if (options.Cases is { } after)
        {
            await foreach (var record in cases.BeforeAsync(now - after, cancel).ConfigureAwait(false))
            {
                if (await HeldAsync(record.Messages, now, cancel).ConfigureAwait(false) is { } held)
                {
                    kept.Add(held with { Kind = record.Item.Kind, Id = record.Item.Id });
                }
                else
                {
                    records.Add(record);
                }
            }
        }

        await foreach (var (copy, body) in RestrictedCopies.ReadAsync(ledger, cancel).ConfigureAwait(false))
        {
            if ((await holds.HeldAsync([body.Message], now, cancel).ConfigureAwait(false)).Count == 0)
            {
                records.Add(new PersonalRecord(RestrictedCopies.Held(body), RestrictedCopies.Erased(copy)));
            }
        }

        return RetentionPart.Of(records, kept, []);
    }

    private async ValueTask<KeptItem?> HeldAsync(IReadOnlyList<string> ids, DateTimeOffset now, CancellationToken cancel)
    {
        var traced = new List<TracedMessage>();
        foreach (var id in ids)
        {
            if (await messages.FindAsync(id, cancel).ConfigureAwait(false) is { } message)
            {
                traced.Add(message);
            }
        }

        var held = await holds.HeldAsync(traced, now, cancel).ConfigureAwait(false);
        return held.Count > 0 ? held[0] : null;
    }
}
