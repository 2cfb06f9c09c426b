using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Keeps what people change in cases, each change with its entry in the audit; tries again when others were quicker.</summary>
internal sealed class CaseChanges(ILedger ledger, IAuthorizer authorizer, TimeProvider clock)
{
    private const int MostAttempts = 5;

    public ValueTask<CaseResult> OfOneAsync(
        string id, Actor by, string act, string? detail, Func<CaseRecord, DateTimeOffset, CaseStep> step, CancellationToken cancel) =>
        TryAsync(by, stop => OnceAsync(id, by, act, detail, step, stop), cancel);

    public ValueTask<CaseResult> JoinAsync(string id, string into, Actor by, CancellationToken cancel) =>
        TryAsync(by, stop => JoinOnceAsync(id, into, by, stop), cancel);

    public ValueTask<CaseResult> SplitAsync(string id, Actor by, CancellationToken cancel) =>
        TryAsync(by, stop => SplitOnceAsync(id, by, stop), cancel);

    private async ValueTask<CaseResult> TryAsync(Actor by, Func<CancellationToken, ValueTask<CaseResult?>> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!authorizer.May(by, Permission.Handle))
        {
            return No($"{by.Id} may not handle cases");
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await change(cancel).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }

        throw new LedgerException(LedgerFault.Unavailable, "Others changed the case again and again meanwhile; nothing was kept.");
    }

    /// <returns>Null when others changed the case meanwhile: try again.</returns>
    private async ValueTask<CaseResult?> OnceAsync(
        string id, Actor by, string act, string? detail, Func<CaseRecord, DateTimeOffset, CaseStep> step, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { } record)
        {
            return No($"there is no case {id}");
        }

        var (next, reason) = step(CaseRecord.Open(record), clock.GetUtcNow());
        return next is null ? No(reason!) : await CommitAsync(by, act, detail, record, next, cancel).ConfigureAwait(false);
    }

    private async ValueTask<CaseResult?> JoinOnceAsync(string id, string into, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { } from)
        {
            return No($"there is no case {id}");
        }

        if (await FindAsync(into, cancel).ConfigureAwait(false) is not { } target)
        {
            return No($"there is no case {into}");
        }

        var (mine, its) = (CaseRecord.Open(from), CaseRecord.Open(target));
        return CaseJoin.Against(id, mine, into, its) is { } reason
            ? No(reason)
            : await CommitAsync(by, "join-case", id, target, CaseJoin.Into(its, id, mine), cancel, Write(from, mine with { JoinedTo = into })).ConfigureAwait(false);
    }

    private async ValueTask<CaseResult?> SplitOnceAsync(string id, Actor by, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { } from)
        {
            return No($"there is no case {id}");
        }

        var mine = CaseRecord.Open(from);
        if (mine.JoinedTo is not { } into || await FindAsync(into, cancel).ConfigureAwait(false) is not { } target)
        {
            return No("it was joined to no other");
        }

        var its = CaseRecord.Open(target);
        var rest = Write(target, CaseJoin.Without(its, its.Joined.First(joined => joined.Id == id)));
        return await CommitAsync(by, "split-case", into, from, CaseJoin.Apart(mine, its), cancel, rest).ConfigureAwait(false);
    }

    private async ValueTask<CaseResult?> CommitAsync(
        Actor by, string act, string? detail, LedgerRecord before, CaseRecord next, CancellationToken cancel, params LedgerWrite[] others)
    {
        var batch = new LedgerBatch
        {
            Writes = [Write(before, next), .. others],
            Entries = [AuditEvent.Entry(clock.GetUtcNow(), by, act, before.Key, detail)],
        };
        return (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed
            ? new CaseResult.Changed(new Case(before.Key.Id, next, before.Revision + 1))
            : null;
    }

    private ValueTask<LedgerRecord?> FindAsync(string id, CancellationToken cancel) => ledger.FindAsync(Case.KeyOf(id), cancel);

    private static LedgerWrite Write(LedgerRecord before, CaseRecord next) =>
        new() { Key = before.Key, Expected = before.Revision, Content = next.Seal() };

    private static CaseResult.Refused No(string reason) => new([reason]);
}
