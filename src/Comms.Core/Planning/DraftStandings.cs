using Comms.Core.Approval;
using Comms.Core.Approval.Kits;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Ledger;

namespace Comms.Core.Planning;

/// <summary>How far each draft has come with those who decide about it.</summary>
internal sealed class DraftStandings
{
    private readonly HashSet<string> _approved;
    private readonly HashSet<string> _rejected;
    private readonly HashSet<string> _told;
    private readonly HashSet<string> _begun;
    private readonly HashSet<string> _kits;

    private DraftStandings(HashSet<string> approved, HashSet<string> rejected, HashSet<string> told, HashSet<string> begun, HashSet<string> kits) =>
        (_approved, _rejected, _told, _begun, _kits) = (approved, rejected, told, begun, kits);

    public static async ValueTask<DraftStandings> ReadAsync(ILedger ledger, CancellationToken cancel) => new(
        await IdsAsync(ledger, ApprovedPost.Kind, cancel).ConfigureAwait(false),
        await IdsAsync(ledger, RejectionRecord.Kind, cancel).ConfigureAwait(false),
        await IdsAsync(ledger, FamilyToldRecord.Kind, cancel).ConfigureAwait(false),
        await IdsAsync(ledger, VotesRecord.Kind, cancel).ConfigureAwait(false),
        await ReadyKitsAsync(ledger, cancel).ConfigureAwait(false));

    public PostStanding Of(Draft draft) =>
        _rejected.Contains(draft.Id) ? new PostStanding(PlanStep.Waiting, At: null, "it was rejected")
        : _approved.Contains(draft.Id) ? new PostStanding(PlanStep.Approved, At: null, Reason: null)
        : draft.Candour && !_told.Contains(draft.Id) ? new PostStanding(PlanStep.Waiting, At: null, CandourGate.Untold)
        : draft.Kit is { } kit && !_kits.Contains(kit) ? new PostStanding(PlanStep.Waiting, At: null, $"its kit, {kit}, is not ready")
        : new PostStanding(PlanStep.Drafted, At: null, _begun.Contains(draft.Id) ? "another approver is asked for" : null);

    private static async ValueTask<HashSet<string>> ReadyKitsAsync(ILedger ledger, CancellationToken cancel)
    {
        var ready = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = KitRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (KitRecord.Open(record).IsReady)
            {
                ready.Add(record.Key.Id);
            }
        }

        return ready;
    }

    private static async ValueTask<HashSet<string>> IdsAsync(ILedger ledger, string kind, CancellationToken cancel)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in ledger.ReadAsync(new RecordQuery { Kind = kind }, cancel).ConfigureAwait(false))
        {
            ids.Add(record.Key.Id);
        }

        return ids;
    }
}
