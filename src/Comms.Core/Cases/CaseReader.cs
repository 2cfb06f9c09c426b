using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

/// <summary>Reads cases for those who may see them.</summary>
internal sealed class CaseReader(ILedger ledger)
{
    /// <returns>Null when there is none, and when the actor may not see it: nothing tells the two apart.</returns>
    public async ValueTask<Case?> FindAsync(string id, Actor by, CancellationToken cancel) =>
        await ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false) is { } record && Case.Open(record) is var one && CaseAccess.Sees(by, one.Body) ? one : null;

    public IAsyncEnumerable<Case> ListAsync(Actor by, CancellationToken cancel) => ReadAsync(new RecordQuery { Kind = Case.Kind }, by, cancel);

    /// <summary>The open ones, what is due first first, and those without a duty that runs last.</summary>
    public IAsyncEnumerable<Case> ListOpenAsync(Actor by, DateOnly? dueBy, CancellationToken cancel) =>
        ReadAsync(new RecordQuery { Kind = Case.Kind, DueBy = CaseTurn.UpTo(dueBy) }, by, cancel);

    private async IAsyncEnumerable<Case> ReadAsync(RecordQuery query, Actor by, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in ledger.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            if (Case.Open(record) is var one && CaseAccess.Sees(by, one.Body))
            {
                yield return one;
            }
        }
    }

    /// <summary>The messages of restricted cases, which nothing may show to all alike.</summary>
    public async ValueTask<IReadOnlySet<string>> WithheldAsync(CancellationToken cancel)
    {
        var withheld = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in ListAsync(Actor.Engine, cancel).ConfigureAwait(false))
        {
            withheld.UnionWith(one.RestrictedTo.Count == 0 ? [] : one.Messages);
        }

        return withheld;
    }

    /// <summary>Whether the message of an id is among them: its own case is found by it, and the case that goes on by that.</summary>
    public async ValueTask<bool> WithholdsAsync(string messageId, CancellationToken cancel) =>
        await StandingAsync(messageId, cancel).ConfigureAwait(false) is { Withheld: true };

    /// <summary>Whether a message is among them, and whether its case, or the one that goes on with it, was answered; null where it has none.</summary>
    public async ValueTask<(bool Withheld, bool Answered)?> StandingAsync(string messageId, CancellationToken cancel)
    {
        if (await FindAsync(Case.KeyFor(messageId).Id, Actor.Engine, cancel).ConfigureAwait(false) is not { } own)
        {
            return null;
        }

        var going = (own.JoinedTo is { } other ? await FindAsync(other, Actor.Engine, cancel).ConfigureAwait(false) : null) ?? own;
        return (own.RestrictedTo.Count > 0 || going.RestrictedTo.Count > 0, going.Acts.Count > 0);
    }
}
