using System.Runtime.CompilerServices;
using Comms.Core.Channels;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>
/// The front door of Listening: reads every source from where it left off, page by page. A page's messages and its cursor
/// are one transaction, so that a stop at any instant neither loses nor doubles a message. One failing or slow source
/// holds up no other. Thread-safe.
/// </summary>
public sealed class ListeningDesk
{
    private static readonly TimeSpan AfterHint = TimeSpan.FromSeconds(1);

    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly PageWriter _writer;
    private readonly SourceReader[] _readers;

    internal ListeningDesk(ILedger ledger, TimeProvider clock, IReadOnlyList<IMessageSource> sources, ListeningOptions? options = null, ILegalHolds? holds = null)
    {
        _ledger = ledger;
        _clock = clock;
        _writer = new PageWriter(ledger, clock, holds);
        var rules = options ?? new ListeningOptions();
        _readers =
        [
            .. sources.Select(source => new SourceReader(source, ledger, _writer, clock, rules)),
            .. sources.OfType<ISweptSource>().Select(source => new SourceReader(new Sweep(source, ledger, clock, rules), ledger, _writer, clock, rules, source.Id)),
        ];
    }

    /// <summary>
    /// Reads all that is new at every source that is not resting (<see cref="IPacedSource"/>). Ends when the slowest has
    /// given its last page, or has been given up.
    /// </summary>
    public async ValueTask<ListeningReport> RunDueAsync(CancellationToken cancel = default)
    {
        var reports = await Task.WhenAll(_readers.Select(reader => reader.ReadAsync(cancel))).ConfigureAwait(false);
        return reports.Aggregate(ListeningReport.Nothing, (sum, report) => sum.Plus(report));
    }

    /// <summary>
    /// Takes what was sent here, as by a webhook, and not read: all of it in one transaction, so that whoever sent it may be told that
    /// it is kept. What comes twice is known the second time.
    /// </summary>
    /// <param name="source">What sends it; a name in this configuration, as that of a source.</param>
    /// <param name="events">What happened there, in its order.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ArgumentException">The source has no name.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the same messages over and over; nothing was kept.</exception>
    public async ValueTask<ListeningReport> TakeAsync(string source, IReadOnlyList<SourceEvent> events, CancellationToken cancel = default)
    {
        RecordKey.CheckName(source, nameof(source));
        ArgumentNullException.ThrowIfNull(events);
        return events.Count == 0
            ? ListeningReport.Nothing
            : await Attempts.UntilKeptAsync("these messages", stop => _writer.WriteAsync(source, events, cursor: null, stop), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Waits for the hints of those sources that give any (<see cref="IWakingSource"/>), until it is cancelled. After a hint
    /// the source rests no longer, and the next run reads it. A host keeps one such watch beside its runs.
    /// </summary>
    /// <param name="cancel">Ends the watch.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; it ends in no other way, unless no source gives hints.</exception>
    public Task WatchAsync(CancellationToken cancel) =>
        Task.WhenAll(_readers.Select(reader => reader.Waking is { } source ? WatchAsync(reader, source, cancel) : Task.CompletedTask));

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
            yield return SetAsideRecord.Open(record).Told;
        }
    }

    private async Task WatchAsync(SourceReader reader, IWakingSource source, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await source.WaitAsync(cancel).ConfigureAwait(false);
                reader.Wake();
            }
            catch (Exception) when (!cancel.IsCancellationRequested)
            {
                // A hint that fails costs nothing: the next look finds what came, and says what is wrong.
            }

            await Task.Delay(AfterHint, _clock, cancel).ConfigureAwait(false);
        }
    }
}
