using Comms.Core.Cases.Sinks;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Keeps what people change in cases, each change with its entry in the audit; tries again when others were quicker.</summary>
internal sealed class CaseChanges(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, CopyOutbox outbox)
{
    public ValueTask<CaseResult> OfOneAsync(
        string id, Actor by, string act, string? detail, Func<CaseRecord, DateTimeOffset, CaseStep> step, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TryAsync(by, stop => OnceAsync(id, by, by, act, detail, step, stop), cancel);
    }

    /// <summary>What the engine itself records of what a person began: nobody is asked again whether they may.</summary>
    /// <returns>Null when others changed something meanwhile.</returns>
    public ValueTask<CaseResult?> OfEngineAsync(
        string id, string by, string act, string? detail, Func<CaseRecord, DateTimeOffset, CaseStep> step, IReadOnlyList<LedgerWrite> also, CancellationToken cancel) =>
        OnceAsync(id, Actor.Engine, new Actor(by, []), act, detail, step, cancel, [.. also]);

    public ValueTask<CaseResult> JoinAsync(string id, string into, Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(into);
        return TryAsync(by, stop => JoinOnceAsync(id, into, by, stop), cancel);
    }

    public ValueTask<CaseResult> SplitAsync(string id, Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TryAsync(by, stop => SplitOnceAsync(id, by, stop), cancel);
    }

    private ValueTask<CaseResult> TryAsync(Actor by, Func<CancellationToken, ValueTask<CaseResult?>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        return authorizer.May(by, Permission.Handle)
            ? Attempts.UntilKeptAsync("the case", change, cancel)
            : ValueTask.FromResult<CaseResult>(No($"{by.Id} may not handle cases"));
    }

    /// <returns>Null when others changed the case meanwhile: try again.</returns>
    private async ValueTask<CaseResult?> OnceAsync(
        string id, Actor viewer, Actor by, string act, string? detail, Func<CaseRecord, DateTimeOffset, CaseStep> step, CancellationToken cancel, params LedgerWrite[] also)
    {
        if (await FindAsync(id, viewer, cancel).ConfigureAwait(false) is not { } record)
        {
            return No($"there is no case {id}");
        }

        var before = CaseRecord.Open(record);
        var (next, reason) = step(before, clock.GetUtcNow());
        return next is null ? No(reason!)
            : await CommitAsync(by, act, detail, record, next, cancel, [.. also, .. await AlikeAsync(before, next, cancel).ConfigureAwait(false)]).ConfigureAwait(false);
    }

    /// <summary>The writes that let those see the joined cases who see the case that goes on, and nobody else.</summary>
    private async ValueTask<IReadOnlyList<LedgerWrite>> AlikeAsync(CaseRecord before, CaseRecord next, CancellationToken cancel)
    {
        var writes = new List<LedgerWrite>();
        foreach (var joined in ReferenceEquals(before.RestrictedTo, next.RestrictedTo) ? [] : next.Joined)
        {
            if (await ledger.FindAsync(Case.KeyOf(joined.Id), cancel).ConfigureAwait(false) is { } record)
            {
                writes.Add((CaseRecord.Open(record) with { RestrictedTo = next.RestrictedTo }).Over(record));
            }
        }

        return writes;
    }

    private async ValueTask<CaseResult?> JoinOnceAsync(string id, string into, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, by, cancel).ConfigureAwait(false) is not { } from)
        {
            return No($"there is no case {id}");
        }

        if (await FindAsync(into, by, cancel).ConfigureAwait(false) is not { } target)
        {
            return No($"there is no case {into}");
        }

        var (mine, its) = (CaseRecord.Open(from), CaseRecord.Open(target));
        return CaseJoin.Against(id, mine, into, its) is { } reason
            ? No(reason)
            : await CommitAsync(by, "join-case", id, target, CaseJoin.Into(its, id, mine), cancel, (mine with { JoinedTo = into }).Over(from)).ConfigureAwait(false);
    }

    private async ValueTask<CaseResult?> SplitOnceAsync(string id, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, by, cancel).ConfigureAwait(false) is not { } from)
        {
            return No($"there is no case {id}");
        }

        var mine = CaseRecord.Open(from);
        if (mine.JoinedTo is not { } into || await FindAsync(into, by, cancel).ConfigureAwait(false) is not { } target)
        {
            return No("it was joined to no other");
        }

        var its = CaseRecord.Open(target);
        var rest = CaseJoin.Without(its, its.Joined.First(joined => joined.Id == id)).Over(target);
        return await CommitAsync(by, "split-case", into, from, CaseJoin.Apart(mine, its), cancel, rest).ConfigureAwait(false);
    }

    private async ValueTask<CaseResult?> CommitAsync(
        Actor by, string act, string? detail, LedgerRecord before, CaseRecord next, CancellationToken cancel, params LedgerWrite[] others)
    {
        var copies = await outbox.ForAsync([before.Key, .. others.Select(write => write.Key)], cancel).ConfigureAwait(false);
        var batch = new LedgerBatch
        {
            Writes = [next.Over(before), .. others, .. copies],
            Entries = [AuditEvent.Entry(clock.GetUtcNow(), by, act, before.Key, detail)],
        };
        return (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed
            ? new CaseResult.Changed(new Case(before.Key.Id, next, before.Revision + 1))
            : null;
    }

    /// <returns>Null when there is none, and when the actor may not see it: nothing tells the two apart.</returns>
    private async ValueTask<LedgerRecord?> FindAsync(string id, Actor viewer, CancellationToken cancel) =>
        await ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false) is { } record && CaseAccess.Sees(viewer, CaseRecord.Open(record)) ? record : null;

    private static CaseResult.Refused No(string reason) => new([reason]);
}
