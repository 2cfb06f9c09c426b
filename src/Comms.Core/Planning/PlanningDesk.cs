using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Planning.Conversations;
using Comms.Core.Publishing;
using Comms.Core.Text;

namespace Comms.Core.Planning;

/// <summary>The front door of Planning: reads what is planned from the ledger, and remembers what a check-in showed. Thread-safe.</summary>
public sealed class PlanningDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    internal PlanningDesk(ILedger ledger, TimeProvider clock)
    {
        _ledger = ledger;
        _clock = clock;
    }

    /// <summary>Reads every post that has a time: the one that was decided, or else the one its author wanted. In order of time.</summary>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<IReadOnlyList<PlannedItem>> ItemsAsync(CancellationToken cancel = default)
    {
        var deliveries = await DeliveriesAsync(cancel).ConfigureAwait(false);
        var standings = await DraftStandings.ReadAsync(_ledger, cancel).ConfigureAwait(false);
        var items = new List<PlannedItem>();
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Draft.Kind }, cancel).ConfigureAwait(false))
        {
            var draft = Draft.Open(record);
            var standing = PostStanding.Of([.. deliveries[draft.Id]]) ?? standings.Of(draft);
            if ((standing.At ?? draft.WantedAt) is { } at)
            {
                items.Add(new PlannedItem
                {
                    Id = draft.Id,
                    At = at,
                    Accounts = [.. draft.TraitsVersions.Keys.Order(StringComparer.Ordinal)],
                    Title = FirstLine.Of(draft.Text),
                    Campaign = draft.Campaign,
                    Step = standing.Step,
                    Reason = standing.Reason,
                });
            }
        }

        return [.. items.OrderBy(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    /// <summary>Counts what the team did over a window, as far as it bears on conversation. What is made together with the public is not in the ledger.</summary>
    /// <param name="from">The window's first instant.</param>
    /// <param name="to">The first instant after it; later than <paramref name="from"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<ConversationActs> ConversationsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        return new ConversationReader(_ledger).ReadAsync(from, to, cancel);
    }

    /// <summary>Keeps what a check-in showed, so that the next can say what changed. The same week's again takes its place.</summary>
    /// <param name="checkIn">What was shown.</param>
    /// <param name="viewer">Who looked.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when someone else kept one of the same week meanwhile; theirs stands.</returns>
    public async ValueTask<bool> RememberAsync(CheckIn checkIn, Actor viewer, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(checkIn);
        ArgumentNullException.ThrowIfNull(viewer);
        var key = CheckInRecord.Key(checkIn.Monday);
        var known = await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = known?.Revision ?? 0, Content = new CheckInRecord(checkIn.Monday, checkIn.Items).Seal() }],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), viewer, "check in", key)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    /// <summary>The posts that the last check-in before a week showed; null when there was none.</summary>
    /// <param name="monday">The week's Monday.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The stored check-in is damaged.</exception>
    public async ValueTask<IReadOnlyList<PlannedItem>?> RecallAsync(DateOnly monday, CancellationToken cancel = default)
    {
        (DateOnly Monday, IReadOnlyList<PlannedItem> Items)? last = null;
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = CheckInRecord.Kind }, cancel).ConfigureAwait(false))
        {
            var (of, items) = CheckInRecord.Open(record);
            if (of < monday && (last is null || of > last.Value.Monday))
            {
                last = (of, items);
            }
        }

        return last?.Items;
    }

    private async ValueTask<ILookup<string, Delivery>> DeliveriesAsync(CancellationToken cancel)
    {
        var deliveries = new List<Delivery>();
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Delivery.Kind }, cancel).ConfigureAwait(false))
        {
            deliveries.Add(Delivery.Open(record));
        }

        return deliveries.ToLookup(delivery => delivery.Post, StringComparer.Ordinal);
    }
}
