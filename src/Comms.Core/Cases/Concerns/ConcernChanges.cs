using Comms.Core.Cases.Sinks;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases.Concerns;

/// <summary>Keeps what people change in concerns, each change with its notes in the cases and its entries in the audit; tries again when others were quicker.</summary>
internal sealed class ConcernChanges(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, CopyOutbox outbox)
{
    public ValueTask<ConcernResult> PassAsync(NewConcern concern, Actor by, CancellationToken cancel) =>
        TryAsync(by, stop => PassOnceAsync(concern, by, stop), cancel);

    public ValueTask<ConcernResult> RecordOutcomeAsync(string id, ConcernOutcome outcome, Actor by, CancellationToken cancel) =>
        TryAsync(by, stop => RecordOnceAsync(id, outcome, by, stop), cancel);

    /// <summary>Remembers that a draft tells what came of a concern: from then on that stands.</summary>
    /// <returns>False when the concern is gone.</returns>
    public async ValueTask<bool> AttachAsync(string id, string draft, Actor by, CancellationToken cancel) =>
        await Attempts.UntilKeptAsync("the concern", stop => AttachOnceAsync(id, draft, by, stop), cancel).ConfigureAwait(false) is ConcernResult.Kept;

    private ValueTask<ConcernResult> TryAsync(Actor by, Func<CancellationToken, ValueTask<ConcernResult?>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        return authorizer.May(by, Permission.Handle)
            ? Attempts.UntilKeptAsync("the concern", change, cancel)
            : ValueTask.FromResult<ConcernResult>(No($"{by.Id} may not handle cases"));
    }

    private async ValueTask<ConcernResult?> PassOnceAsync(NewConcern concern, Actor by, CancellationToken cancel)
    {
        var key = ConcernRecord.Key(Concern.IdOf(concern));
        var known = await ledger.FindAsync(key, cancel).ConfigureAwait(false);
        var body = known is null ? new ConcernRecord(concern.Said, concern.To, by.Id, clock.GetUtcNow(), []) : ConcernRecord.Open(known);
        string[] added = [.. concern.Cases.Distinct(StringComparer.Ordinal).Except(body.Cases, StringComparer.Ordinal)];
        var cases = new List<LedgerRecord>();
        foreach (var id in added)
        {
            if (await ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false) is not { } record || !CaseAccess.Sees(by, CaseRecord.Open(record)))
            {
                return No($"there is no case {id}");
            }

            if (Against(id, CaseRecord.Open(record)) is { } reason)
            {
                return No(reason);
            }

            cases.Add(record);
        }

        return added.Length == 0 ? new ConcernResult.Kept(new Concern(key.Id, body))
            : await CommitAsync(by, "pass-concern", key, known, body with { Cases = [.. body.Cases, .. added] }, cases, $"passed on to {body.To} as a concern: {body.Said}", cancel).ConfigureAwait(false);
    }

    private static string? Against(string id, CaseRecord one) =>
        one.JoinedTo is { } other ? $"{id} was joined to {other}: name that"
        : one.RestrictedTo is not null ? $"{id} is restricted: its words go no further"
        : null;

    private async ValueTask<ConcernResult?> RecordOnceAsync(string id, ConcernOutcome outcome, Actor by, CancellationToken cancel)
    {
        if (await ledger.FindAsync(ConcernRecord.Key(id), cancel).ConfigureAwait(false) is not { } record)
        {
            return No($"there is no concern {id}");
        }

        var body = ConcernRecord.Open(record);
        if (Against(body, outcome) is { } reason)
        {
            return No(reason);
        }

        var cases = new List<LedgerRecord>();
        foreach (var one in body.Cases)
        {
            cases.AddRange(await ledger.FindAsync(Case.KeyOf(one), cancel).ConfigureAwait(false) is { } found ? [found] : []);
        }

        return await CommitAsync(by, "record-outcome", record.Key, record, body with { Outcome = outcome }, cases, $"what came of the concern: {outcome.Did} ({outcome.By})", cancel).ConfigureAwait(false);
    }

    private string? Against(ConcernRecord body, ConcernOutcome outcome) =>
        body.Posts.Count > 0 ? $"the draft {body.Posts[0]} tells already what came of it"
        : outcome.At > clock.GetUtcNow() ? "it cannot have been decided later than now"
        : null;

    private async ValueTask<ConcernResult?> AttachOnceAsync(string id, string draft, Actor by, CancellationToken cancel)
    {
        if (await ledger.FindAsync(ConcernRecord.Key(id), cancel).ConfigureAwait(false) is not { } record)
        {
            return No($"there is no concern {id}");
        }

        var body = ConcernRecord.Open(record);
        return body.Posts.Contains(draft, StringComparer.Ordinal) ? new ConcernResult.Kept(Concern.Open(record))
            : await CommitAsync(by, "draft-outcome", record.Key, record, body with { Posts = [.. body.Posts, draft] }, [], note: "", cancel).ConfigureAwait(false);
    }

    private async ValueTask<ConcernResult?> CommitAsync(
        Actor by, string act, RecordKey key, LedgerRecord? before, ConcernRecord next, IReadOnlyList<LedgerRecord> cases, string note, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var noted = new CaseNote(by.Id, now, note);
        var batch = new LedgerBatch
        {
            Writes =
            [
                before is null ? new LedgerWrite { Key = key, Expected = 0, Content = next.Seal() } : next.Over(before),
                .. cases.Select(one => CaseLife.Note(CaseRecord.Open(one), noted).Next!.Over(one)),
                .. await outbox.ForAsync(cases.Select(one => one.Key), cancel).ConfigureAwait(false),
            ],
            Entries = [AuditEvent.Entry(now, by, act, key), .. cases.Select(one => AuditEvent.Entry(now, by, act, one.Key, key.Id))],
        };
        return (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new ConcernResult.Kept(new Concern(key.Id, next)) : null;
    }

    private static ConcernResult.Refused No(string reason) => new([reason]);
}
