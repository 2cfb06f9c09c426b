using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>
/// The front door of Listening: reads every source from where it left off, page by page. A page's messages and its cursor
/// are one transaction, so that a stop at any instant neither loses nor doubles a message. One failing or slow source
/// holds up no other. Thread-safe.
/// </summary>
public sealed class ListeningDesk
{
    private readonly ILedger _ledger;
    private readonly IReadOnlyList<IMessageSource> _sources;
    private readonly PageWriter _writer;

    internal ListeningDesk(ILedger ledger, TimeProvider clock, IReadOnlyList<IMessageSource> sources)
    {
        _ledger = ledger;
        _sources = sources;
        _writer = new PageWriter(ledger, clock);
    }

    /// <summary>Reads all that is new at every source.</summary>
    public async ValueTask<ListeningReport> RunDueAsync(CancellationToken cancel = default)
    {
        var reports = await Task.WhenAll(_sources.Select(source => ReadAsync(source, cancel))).ConfigureAwait(false);
        return reports.Aggregate(ListeningReport.Nothing, (sum, report) => sum.Plus(report));
    }

    /// <summary>Reads all messages in the order they were heard, in constant memory.</summary>
    public async IAsyncEnumerable<Message> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Message.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Message.Open(record);
        }
    }

    /// <summary>Reads all that was set aside, in constant memory.</summary>
    public async IAsyncEnumerable<SetAside> ListSetAsideAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = SetAsideRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var body = SetAsideRecord.Open(record);
            yield return new SetAside(body.Source, body.Where, body.Reason, body.Raw);
        }
    }

    private async Task<ListeningReport> ReadAsync(IMessageSource source, CancellationToken cancel)
    {
        var report = ListeningReport.Nothing;
        try
        {
            var record = await _ledger.FindAsync(new RecordKey(CursorRecord.Kind, source.Id), cancel).ConfigureAwait(false);
            var revision = record?.Revision ?? 0;
            var cursor = record is null ? SourceCursor.Start : new SourceCursor(CursorRecord.Open(record).Cursor);
            await foreach (var page in source.ReadAsync(cursor, cancel).ConfigureAwait(false))
            {
                report = report.Plus(await _writer.WriteAsync(source.Id, page, revision++, cancel).ConfigureAwait(false));
            }

            return report;
        }
        catch (ChannelException fault)
        {
            return report.Plus(ListeningReport.Nothing with { Faults = [$"{source.Id}: {fault.Message}"] });
        }
    }
}
