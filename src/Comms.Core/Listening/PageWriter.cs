using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>Makes one transaction of a page: its messages, what was set aside, and the cursor after them.</summary>
internal sealed class PageWriter(ILedger ledger, TimeProvider clock, ILegalHolds? holds = null)
{
    /// <param name="source">The source of the messages.</param>
    /// <param name="events">What happened.</param>
    /// <param name="cursor">Where reading goes on after it; null for what was not read but sent.</param>
    /// <param name="cancel">Stops before the commit.</param>
    /// <returns>Null when others changed something of it meanwhile; nothing is kept then.</returns>
    public async ValueTask<ListeningReport?> WriteAsync(string source, IReadOnlyList<SourceEvent> events, LedgerWrite? cursor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var writes = new Dictionary<RecordKey, LedgerWrite>();
        var report = ListeningReport.Nothing;
        var going = new List<TracedMessage>();
        var erased = await Suppression.OpenAsync(ledger, cancel).ConfigureAwait(false);
        foreach (var happened in events)
        {
            report = happened switch
            {
                SourceEvent.Posted { Item: var item } when !string.IsNullOrWhiteSpace(item.Text) =>
                    report.Plus(await PostedAsync(source, item, erased, now, writes, cancel).ConfigureAwait(false)),
                SourceEvent.Posted { Item: var item } =>
                    report.Plus(await SetAsideAsync(new SetAsideRecord(source, item.Id, "empty", item.Text, now), writes, cancel).ConfigureAwait(false)),
                SourceEvent.Deleted deleted =>
                    report.Plus(await DeletedAsync(source, deleted, now, writes, going, cancel).ConfigureAwait(false)),
                SourceEvent.Unreadable bad =>
                    report.Plus(await SetAsideAsync(new SetAsideRecord(source, bad.Where, bad.Reason, bad.Raw, now), writes, cancel).ConfigureAwait(false)),
                _ => throw new InvalidOperationException("A source gave an event of an unknown sort."),
            };
        }

        await KeepAsync(going, now, writes, cancel).ConfigureAwait(false);
        if (cursor is not null)
        {
            writes[cursor.Key] = cursor;
        }

        // A sweep that finds all as it was says nothing: it would every half minute.
        ChainEntry[] entries = events.Count == 0 ? [] : [Entry(source, report, now)];
        var batch = new LedgerBatch { Writes = [.. writes.Values], Entries = entries };
        return (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? report : null;
    }

    private static ChainEntry Entry(string source, ListeningReport report, DateTimeOffset now)
    {
        var said = FormattableString.Invariant(
            $"{report.Heard} heard, {report.Changed} changed, {report.Deleted} deleted, {report.Known} known, {report.SetAside} set aside");
        return AuditEvent.Entry(now, Actor.Engine, "listen", new RecordKey(CursorRecord.Kind, source), said);
    }

    private async ValueTask<ListeningReport> PostedAsync(
        string source, SourceItem item, Suppression? erased, DateTimeOffset now, Dictionary<RecordKey, LedgerWrite> writes, CancellationToken cancel)
    {
        var key = Message.KeyFor(source, item.Id);
        var (known, revision) = await KnownAsync(key, writes, cancel).ConfigureAwait(false);
        if (known is { } before && (before.DeletedAt is not null || before.Item.Text == item.Text))
        {
            return ListeningReport.Nothing with { Known = 1 };
        }

        if (erased is not null && await erased.HasAsync(ledger, item.Author?.Handle, item.At, item.Text, cancel).ConfigureAwait(false))
        {
            return ListeningReport.Nothing with { Known = 1 };
        }

        var body = new MessageRecord(source, (known?.Edition ?? 0) + 1, known?.HeardAt ?? now, DeletedAt: null, item);
        writes[key] = new LedgerWrite { Key = key, Expected = revision, Content = body.Seal(), Due = now };
        return known is null ? ListeningReport.Nothing with { Heard = 1 } : ListeningReport.Nothing with { Changed = 1 };
    }

    /// <summary>A copy of what is deleted, where a duty or a hold keeps it.</summary>
    private async ValueTask KeepAsync(List<TracedMessage> going, DateTimeOffset now, Dictionary<RecordKey, LedgerWrite> writes, CancellationToken cancel)
    {
        if (holds is null || going.Count == 0)
        {
            return;
        }

        foreach (var kept in await holds.HeldAsync(going, now, cancel).ConfigureAwait(false))
        {
            var copy = RestrictedCopies.Of(going.First(message => message.Id == kept.Id), kept);
            writes[copy.Key] = copy;
        }
    }

    /// <summary>Words and author go; what remains says that there was a message and when it went, so that it cannot come back.</summary>
    private async ValueTask<ListeningReport> DeletedAsync(
        string source, SourceEvent.Deleted deleted, DateTimeOffset now, Dictionary<RecordKey, LedgerWrite> writes, List<TracedMessage> going, CancellationToken cancel)
    {
        var key = Message.KeyFor(source, deleted.ItemId);
        var (known, revision) = await KnownAsync(key, writes, cancel).ConfigureAwait(false);
        if (known is not { DeletedAt: null } before)
        {
            return ListeningReport.Nothing with { Known = 1 };
        }

        going.Add(MessageTraces.Traced(new Message(key.Id, before)));
        var emptied = before.Item with { Text = "", Author = null, Url = null };
        var body = before with { DeletedAt = deleted.At, Item = emptied };
        writes[key] = new LedgerWrite { Key = key, Expected = revision, Content = body.Seal(), Due = now };
        return ListeningReport.Nothing with { Deleted = 1 };
    }

    private async ValueTask<ListeningReport> SetAsideAsync(
        SetAsideRecord record, Dictionary<RecordKey, LedgerWrite> writes, CancellationToken cancel)
    {
        if (writes.ContainsKey(record.Key) || await ledger.FindAsync(record.Key, cancel).ConfigureAwait(false) is not null)
        {
            return ListeningReport.Nothing with { Known = 1 };
        }

        writes[record.Key] = new LedgerWrite { Key = record.Key, Expected = 0, Content = record.Seal() };
        return ListeningReport.Nothing with { SetAside = 1, FirstSetAside = [record.Told] };
    }

    /// <summary>A message may come twice within one page: the second sees what the first is about to write.</summary>
    private async ValueTask<(MessageRecord? Body, long Revision)> KnownAsync(
        RecordKey key, Dictionary<RecordKey, LedgerWrite> writes, CancellationToken cancel)
    {
        if (writes.TryGetValue(key, out var pending))
        {
            var written = new LedgerRecord { Key = key, Revision = pending.Expected, Position = 0, Content = pending.Content!.Value };
            return (MessageRecord.Open(written), pending.Expected);
        }

        return await ledger.FindAsync(key, cancel).ConfigureAwait(false) is { } record
            ? (MessageRecord.Open(record), record.Revision)
            : (null, 0);
    }
}
