using System.Globalization;
using Comms.Core.Channels;
using Comms.Core.Ledger;

namespace Comms.Core.Listening;

/// <summary>
/// Reads one source from where it left off: whatever the source does, throws or never answers, ends as a fault in words that
/// holds up nothing else. One look at a time on a host. What a sweep finds is told of its source (<c>of</c>). Thread-safe.
/// </summary>
internal sealed class SourceReader(IMessageSource source, ILedger ledger, PageWriter writer, TimeProvider clock, ListeningOptions options, string? of = null)
{
    private const int Free = 0;
    private const int Reading = 1;
    private const int Hanging = 2;

    private int _state;
    private long _restsUntil;

    /// <summary>The same source, where it can tell that something came; null where it cannot.</summary>
    public IWakingSource? Waking => source as IWakingSource;

    /// <summary>The next look is due at once.</summary>
    public void Wake() => Volatile.Write(ref _restsUntil, 0);

    /// <returns>What it brought; nothing when it rests or is read already.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async Task<ListeningReport> ReadAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow().UtcTicks < Volatile.Read(ref _restsUntil))
        {
            return ListeningReport.Nothing;
        }

        return Interlocked.CompareExchange(ref _state, Reading, Free) switch
        {
            Reading => ListeningReport.Nothing,
            Hanging => Fault("it has not ended its last answer yet"),
            _ => await LookAsync(cancel).ConfigureAwait(false),
        };
    }

    private async ValueTask<ListeningReport> LookAsync(CancellationToken cancel)
    {
        var report = ListeningReport.Nothing;
        var pages = new TimedPages(source, clock, options);
        try
        {
            var place = new RecordKey(CursorRecord.Kind, source.Id);
            var record = await ledger.FindAsync(place, cancel).ConfigureAwait(false);
            var revision = record?.Revision ?? 0;
            var cursor = record is null ? SourceCursor.Start : new SourceCursor(CursorRecord.Open(record).Cursor);
            await foreach (var page in pages.ReadAsync(cursor, cancel).ConfigureAwait(false))
            {
                var next = new LedgerWrite { Key = place, Expected = revision++, Content = new CursorRecord(page.Next.Value).Seal() };
                if (await writer.WriteAsync(of ?? source.Id, page.Events, next, cancel).ConfigureAwait(false) is not { } written)
                {
                    // Hosts that share a ledger sweep by turns, and by chance at once: whoever was quicker has asked.
                    Rest(asked: null);
                    return of is null ? report.Plus(Fault("another host is reading it")) : report;
                }

                report = report.Plus(written);
            }

            Rest(asked: null);
            return report;
        }
        catch (Exception fault) when (fault is not LedgerException && !cancel.IsCancellationRequested)
        {
            Rest((fault as CommsException)?.RetryAfter);
            return report.Plus(Fault(fault is TimeoutException
                ? string.Create(CultureInfo.InvariantCulture, $"it did not answer within {options.PageTimeout.TotalSeconds:0.#} seconds")
                : fault.Message));
        }
        finally
        {
            Release(pages.Hanging);
        }
    }

    private void Release(Task? hanging)
    {
        Volatile.Write(ref _state, hanging is null ? Free : Hanging);
        hanging?.ContinueWith(
            _ => Volatile.Write(ref _state, Free), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Rest(TimeSpan? asked)
    {
        var pause = source is IPacedSource paced && !(asked > paced.Every) ? paced.Every : asked ?? TimeSpan.Zero;
        Volatile.Write(ref _restsUntil, (clock.GetUtcNow() + pause).UtcTicks);
    }

    private ListeningReport Fault(string reason) => ListeningReport.Nothing with { Faults = [$"{of ?? source.Id}: {reason}"] };
}
