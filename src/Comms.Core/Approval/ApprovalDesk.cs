using Comms.Core.Approval.Confidentiality;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Governance.Pictures;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>
/// The front door of Approval, the control of what is said. Who may publish, and when, is another control: Scheduling's.
/// Thread-safe.
/// </summary>
public sealed class ApprovalDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly ApprovalGates _gates;
    private readonly CandourGate _candour;
    private readonly Telemetry _telemetry;

    internal ApprovalDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, ChannelDirectory channels, Telemetry telemetry, IReadOnlyList<string> together, bool consentRequired)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _telemetry = telemetry;
        _candour = new CandourGate(ledger, authorizer, clock);
        _gates = new ApprovalGates(authorizer, channels, _candour, new BilingualGate(together), new PictureGate(new PictureConsents(ledger), clock, consentRequired));
    }

    /// <summary>Approves a draft exactly as it stands. Approving the same draft twice gives the first approval.</summary>
    /// <param name="draft">The draft, as it was shown to the approver.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>, and must not have written it.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ChannelException">A channel could not say what it takes today.</exception>
    public async ValueTask<ApprovalResult> ApproveAsync(Draft draft, Actor approver, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(approver);
        using var span = _telemetry.Start("approve", draft.Id);
        var (reasons, confidential) = await _gates.CheckAsync(draft, approver, cancel).ConfigureAwait(false);
        if (await RejectionAsync(draft.Id, cancel).ConfigureAwait(false) is { } rejection)
        {
            reasons.Add($"{rejection.RejectedBy} rejected it: {rejection.Reason}");
        }

        span?.SetTag("comms.refused", reasons.Count > 0);
        if (reasons.Count > 0)
        {
            return new ApprovalResult.Refused(reasons)
            {
                Confidential = confidential,
                NeutralWording = confidential.Count > 0 ? ConfidentialityGate.Shipped.Neutral(draft.Language) : null,
            };
        }

        if (await FindAsync(draft.Id, cancel).ConfigureAwait(false) is { } known)
        {
            return new ApprovalResult.Approved(known);
        }

        var post = new ApprovedPost(draft, approver, _clock.GetUtcNow());
        var write = new LedgerWrite { Key = post.RecordKey, Expected = 0, Content = post.Seal() };
        return await DecideAsync(draft, write, AuditEvent.Entry(post.ApprovedAt, approver, "approve", draft.RecordKey, post.Hash), cancel)
            .ConfigureAwait(false)
            ? new ApprovalResult.Approved(post)
            : Overtaken();
    }

    /// <summary>Rejects a draft for good; its author writes another.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>.</param>
    /// <param name="reason">For the author; not blank.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public async ValueTask<ApprovalResult> RejectAsync(Draft draft, Actor approver, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(approver);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        using var span = _telemetry.Start("reject", draft.Id);
        if (!_authorizer.May(approver, Permission.Approve))
        {
            return new ApprovalResult.Refused([$"{approver.Id} may not reject"]);
        }

        if (await FindAsync(draft.Id, cancel).ConfigureAwait(false) is { } approved)
        {
            return new ApprovalResult.Refused([$"{approved.ApprovedBy} has approved it"]);
        }

        var rejection = new RejectionRecord(approver.Id, _clock.GetUtcNow(), reason);
        var write = new LedgerWrite { Key = new RecordKey(RejectionRecord.Kind, draft.Id), Expected = 0, Content = rejection.Seal() };
        return await DecideAsync(draft, write, AuditEvent.Entry(rejection.RejectedAt, approver, "reject", draft.RecordKey, reason), cancel)
            .ConfigureAwait(false)
            ? new ApprovalResult.Rejected()
            : Overtaken();
    }

    /// <summary>Records who told the family of what a draft tells; from then on it can be approved. Once for a draft.</summary>
    /// <param name="draft">A draft that is marked so (<see cref="NewDraft.Candour"/>).</param>
    /// <param name="told">Who told whom, and when.</param>
    /// <param name="by">Needs <see cref="Permission.Candour"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ArgumentException">Who or whom is blank.</exception>
    public ValueTask<ApprovalResult> RecordToldAsync(Draft draft, FamilyTold told, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(by);
        told.Check();
        return _candour.RecordAsync(draft, told, by, cancel);
    }

    /// <summary>Finds what was approved; null when it was not. Its hash is checked again.</summary>
    /// <exception cref="LedgerException">The stored post is not what was approved.</exception>
    public async ValueTask<ApprovedPost?> FindAsync(string id, CancellationToken cancel = default) =>
        await _ledger.FindAsync(new RecordKey(ApprovedPost.Kind, id), cancel).ConfigureAwait(false) is { } record
            ? ApprovedPost.Open(record)
            : null;

    private async ValueTask<RejectionRecord?> RejectionAsync(string id, CancellationToken cancel) =>
        await _ledger.FindAsync(new RecordKey(RejectionRecord.Kind, id), cancel).ConfigureAwait(false) is { } record
            ? RejectionRecord.Open(record)
            : null;

    /// <summary>A decision holds only for the draft as it was read, and only if the other decision was not taken meanwhile.</summary>
    private async ValueTask<bool> DecideAsync(Draft draft, LedgerWrite write, ChainEntry entry, CancellationToken cancel)
    {
        var other = write.Key.Kind == ApprovedPost.Kind ? RejectionRecord.Kind : ApprovedPost.Kind;
        var batch = new LedgerBatch
        {
            Writes = [write],
            Requires = [new RecordRequirement(draft.RecordKey, draft.Revision), new RecordRequirement(new RecordKey(other, draft.Id), 0)],
            Entries = [entry],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    private static ApprovalResult.Refused Overtaken() => new(["someone else decided or changed it meanwhile: look at it again"]);
}
