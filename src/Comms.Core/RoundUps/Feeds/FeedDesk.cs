using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Feeds;

/// <summary>
/// The front door of the moderated feed: every triaged message waits until a person has decided, and only what was approved
/// is shown. Each decision is audited. Messages of restricted cases are no part of it. What its source has deleted is withdrawn as soon as anyone looks. Thread-safe.
/// </summary>
public sealed class FeedDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly WithheldMessages _withheld;

    internal FeedDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, WithheldMessages withheld)
    {
        _withheld = withheld;
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
    }

    /// <summary>
    /// Reads what moderators have to look at or have looked at, in the order it was heard, and then what is gone at its source.
    /// Memory grows with what was decided, not with what was heard.
    /// </summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<FeedEntry> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var decided = await DecidedAsync(cancel).ConfigureAwait(false);
        var withheld = await _withheld.AllAsync(cancel).ConfigureAwait(false);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = TriagedMessage.Kind }, cancel).ConfigureAwait(false))
        {
            decided.Remove(record.Key.Id, out var known);
            if (!withheld.Contains(record.Key.Id))
            {
                yield return FeedEntry.Of(record.Key.Id, TriagedMessage.Open(record), known is null ? null : FeedRecord.Open(known));
            }
        }

        foreach (var gone in decided.Values)
        {
            yield return await GoneAsync(gone, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Finds a message as moderators see it; null when it was never heard, or is in a restricted case.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<FeedEntry?> FindAsync(string id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (await _withheld.HasAsync(id, cancel).ConfigureAwait(false))
        {
            return null;
        }

        var (record, message) = await ReadAsync(id, cancel).ConfigureAwait(false);
        return record is not null ? await EntryAsync(record, message, cancel).ConfigureAwait(false)
            : message is not null ? FeedEntry.Of(id, message, body: null)
            : null;
    }

    /// <summary>Decides of a message by the words that it has now: when they change, it is pending again.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="decision">What, and why.</param>
    /// <param name="by">Who; needs <see cref="Permission.Moderate"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others decided over and over meanwhile.</exception>
    public ValueTask<FeedResult> DecideAsync(string id, FeedDecision decision, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(by);
        decision.Check();
        return _authorizer.May(by, Permission.Moderate)
            ? Attempts.UntilKeptAsync("the feed", stop => DecideOnceAsync(id, decision, by, stop), cancel)
            : ValueTask.FromResult<FeedResult>(No($"{by.Id} may not moderate"));
    }

    /// <summary>Reads the feed as it is shown now.</summary>
    /// <param name="request">What it is called, and how much of it.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<FeedPage> ReadAsync(FeedRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        var withheld = await _withheld.AllAsync(cancel).ConfigureAwait(false);
        var latest = new PriorityQueue<(TriagedMessage Message, FeedRecord Terms), (DateTimeOffset At, string Id)>();
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = FeedRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (FeedRecord.Open(record) is { State: FeedState.Approved } && !withheld.Contains(record.Key.Id) && await EntryAsync(record, cancel).ConfigureAwait(false)
                is { State: FeedState.Approved, Message: { } message, Body: var terms })
            {
                latest.Enqueue((message, terms), (message.At, message.MessageId));
                if (latest.Count > request.Most)
                {
                    latest.Dequeue();
                }
            }
        }

        return FeedComposer.Compose(request, LatestFirst(latest));
    }

    private static List<(TriagedMessage Message, FeedRecord Terms)> LatestFirst(
        PriorityQueue<(TriagedMessage Message, FeedRecord Terms), (DateTimeOffset At, string Id)> latest)
    {
        var ordered = new List<(TriagedMessage Message, FeedRecord Terms)>(latest.Count);
        while (latest.TryDequeue(out var earliest, out _))
        {
            ordered.Add(earliest);
        }

        ordered.Reverse();
        return ordered;
    }

    /// <returns>Null when others changed it meanwhile: try again.</returns>
    private async ValueTask<FeedResult?> DecideOnceAsync(string id, FeedDecision decision, Actor by, CancellationToken cancel)
    {
        if (await _withheld.HasAsync(id, cancel).ConfigureAwait(false))
        {
            return No("it is in a restricted case");
        }

        var (record, message) = await ReadAsync(id, cancel).ConfigureAwait(false);
        if (message is null)
        {
            return No(record is null ? $"there is no message {id}" : "its source has deleted it");
        }

        var at = _clock.GetUtcNow();
        var (next, reason) = FeedRules.Decide((record is null ? FeedRecord.New : FeedRecord.Open(record)).For(message), message, decision, by.Id, at);
        return next is null ? No(reason!)
            : await CommitAsync(id, record, next, by, decision.Verdict, decision.Why, at, cancel).ConfigureAwait(false)
            ? new FeedResult.Decided(new FeedEntry(id, message, next))
            : null;
    }

    /// <summary>Records that a message has gone at its source; where someone else changes it meanwhile, the next look does.</summary>
    private async ValueTask<FeedEntry> GoneAsync(LedgerRecord record, CancellationToken cancel)
    {
        const string Why = "deleted at its source";
        var before = FeedRecord.Open(record);
        if (before.State == FeedState.Withdrawn)
        {
            return FeedEntry.Of(record.Key.Id, message: null, before);
        }

        var at = _clock.GetUtcNow();
        var next = before.Gone() with { Acts = [.. before.Acts, new FeedAct(FeedVerdict.Withdraw, Actor.Engine.Id, at, Why)] };
        await CommitAsync(record.Key.Id, record, next, Actor.Engine, FeedVerdict.Withdraw, Why, at, cancel).ConfigureAwait(false);
        return FeedEntry.Of(record.Key.Id, message: null, next);
    }

    private async ValueTask<bool> CommitAsync(
        string id, LedgerRecord? before, FeedRecord next, Actor by, FeedVerdict verdict, string why, DateTimeOffset at, CancellationToken cancel)
    {
        var key = FeedRecord.Key(id);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = before?.Revision ?? 0, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(at, by, "feed-" + verdict.ToString().ToLowerInvariant(), key, why)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    /// <summary>What was decided, with the message as it stands now.</summary>
    private async ValueTask<FeedEntry> EntryAsync(LedgerRecord record, CancellationToken cancel) =>
        await EntryAsync(record, await TriagedMessage.FindAsync(_ledger, record.Key.Id, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);

    private ValueTask<FeedEntry> EntryAsync(LedgerRecord record, TriagedMessage? message, CancellationToken cancel) => message is null
        ? GoneAsync(record, cancel)
        : ValueTask.FromResult(FeedEntry.Of(record.Key.Id, message, FeedRecord.Open(record)));

    private async ValueTask<(LedgerRecord? Record, TriagedMessage? Message)> ReadAsync(string id, CancellationToken cancel) =>
        (await _ledger.FindAsync(FeedRecord.Key(id), cancel).ConfigureAwait(false), await TriagedMessage.FindAsync(_ledger, id, cancel).ConfigureAwait(false));

    private async ValueTask<Dictionary<string, LedgerRecord>> DecidedAsync(CancellationToken cancel)
    {
        var decided = new Dictionary<string, LedgerRecord>(StringComparer.Ordinal);
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = FeedRecord.Kind }, cancel).ConfigureAwait(false))
        {
            decided[record.Key.Id] = record;
        }

        return decided;
    }

    private static FeedResult.Refused No(string reason) => new([reason]);
}
