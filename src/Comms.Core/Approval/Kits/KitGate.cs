using Comms.Core.Authoring;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Kits;

/// <summary>Keeps a post about a difficult story until its kit is ready; no role and no urgency lifts it.</summary>
internal sealed class KitGate(ILedger ledger)
{
    /// <summary>What stands against a draft, and what must not have changed when it is approved.</summary>
    public async ValueTask<(IReadOnlyList<string> Reasons, IReadOnlyList<RecordRequirement> Unchanged)> AgainstAsync(Draft draft, CancellationToken cancel)
    {
        if (draft.Kit is not { } id)
        {
            return ([], []);
        }

        return await KitRecord.FindAsync(ledger, id, cancel).ConfigureAwait(false) is { } kit
            ? ([.. kit.Lacks.Select(lack => $"kit {id}: {lack}")], [new RecordRequirement(KitRecord.Key(id), kit.Revision)])
            : ([$"kit {id}: there is no such kit"], []);
    }
}
