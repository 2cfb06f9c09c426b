using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>
/// The front door of Approval, the control of what is said. Who may publish, and when, is another control: Scheduling's.
/// Thread-safe.
/// </summary>
public sealed class ApprovalDesk
{
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly ApprovalGates _gates;
    private readonly ApprovalDecisions _decisions;
    private readonly Approvers _approvers;
    private readonly CandourGate _candour;
    private readonly ApprovalNotices? _notices;
    private readonly Telemetry _telemetry;

    internal ApprovalDesk(
        IAuthorizer authorizer, TimeProvider clock, ApprovalGates gates, CandourGate candour, ApprovalDecisions decisions, Approvers approvers, Telemetry telemetry,
        ApprovalNotices? notices = null)
    {
        (_authorizer, _clock, _gates, _candour) = (authorizer, clock, gates, candour);
        (_decisions, _approvers, _telemetry, _notices) = (decisions, approvers, telemetry, notices);
    }

    /// <summary>
    /// Approves a draft exactly as it stands. Where a rule (<see cref="ApprovalOptions.Rules"/>) asks for more people, the
    /// approval is kept and the draft waits for theirs. Approving the same draft twice gives the first approval.
    /// </summary>
    /// <param name="draft">The draft, as it was shown to the approver.</param>
    /// <param name="approver">Needs <see cref="Permission.Approve"/>, not lent by its author, and must not have written it.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="Channels.ChannelException">A channel could not say what it takes today.</exception>
    public async ValueTask<ApprovalResult> ApproveAsync(Draft draft, Actor approver, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(approver);
        using var span = _telemetry.Start("approve", draft.Id);
        var objections = await _gates.AgainstAsync(draft, _gates.Against(draft, approver), cancel).ConfigureAwait(false);
        span?.SetTag("comms.refused", objections.Reasons.Count > 0);
        return objections.Reasons.Count > 0 ? objections.Refusal(draft)
            : objections.Untold is { } untold ? await HoldAsync(draft, approver, untold, cancel).ConfigureAwait(false)
            : await _decisions.ApprovalAsync(draft.Id, cancel).ConfigureAwait(false) is { } known ? new ApprovalResult.Approved(known)
            : await CountAsync(draft, approver, objections.Unchanged, cancel).ConfigureAwait(false);
    }

    /// <summary>Approves by a rule of the host's instead of a person; every gate and every rule that asks for more people stands as ever.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="rule">The rule's name, which the audit and the post have as their approver.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    internal async ValueTask<ApprovalResult> ApproveByRuleAsync(Draft draft, string rule, CancellationToken cancel)
    {
        var objections = await _gates.AgainstAsync(draft, asking: [], cancel).ConfigureAwait(false);
        return objections.Reasons.Count > 0 || objections.Untold is not null
            ? objections.Refusal(draft)
            : await _decisions.ApprovalAsync(draft.Id, cancel).ConfigureAwait(false) is { } known ? new ApprovalResult.Approved(known)
            : await CountAsync(draft, new Actor(rule, []), objections.Unchanged, cancel).ConfigureAwait(false);
    }

    /// <summary>It stands in the audit that someone would have let it out, and that it waits.</summary>
    private async ValueTask<ApprovalResult> HoldAsync(Draft draft, Actor approver, string untold, CancellationToken cancel)
    {
        var batch = new LedgerBatch { Entries = [AuditEvent.Entry(_clock.GetUtcNow(), approver, "hold-for-family", draft.RecordKey, untold)] };
        return await _decisions.KeepAsync(draft, RejectionRecord.Kind, batch, cancel).ConfigureAwait(false)
            ? new ApprovalResult.Held(untold)
            : ApprovalDecisions.Overtaken;
    }

    private async ValueTask<ApprovalResult> CountAsync(Draft draft, Actor approver, IReadOnlyList<RecordRequirement> unchanged, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var tally = await _approvers.CountAsync(draft, approver.Without(draft.Author), now, cancel).ConfigureAwait(false);
        if (tally.Missing.Count > 0)
        {
            var part = new LedgerBatch
            {
                Writes = tally.Write is null ? [] : [tally.Write],
                Entries = [AuditEvent.Entry(now, approver, "approve-in-part", draft.RecordKey, string.Join("; ", tally.Missing))],
            };
            return tally.Write is null || await _decisions.KeepAsync(draft, RejectionRecord.Kind, part, cancel).ConfigureAwait(false)
                ? new ApprovalResult.Awaits(tally.Missing)
                : ApprovalDecisions.Overtaken;
        }

        var post = new ApprovedPost(draft, approver, now, tally.By);
        var whole = new LedgerBatch
        {
            Writes = [post.First()],
            Requires = [tally.Unchanged, .. unchanged],
            Entries = [AuditEvent.Entry(now, approver, "approve", draft.RecordKey, post.Hash)],
        };
        return await _decisions.KeepAsync(draft, RejectionRecord.Kind, whole, cancel).ConfigureAwait(false)
            ? new ApprovalResult.Approved(post)
            : ApprovalDecisions.Overtaken;
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

        if (await _decisions.ApprovalAsync(draft.Id, cancel).ConfigureAwait(false) is { } approved)
        {
            return new ApprovalResult.Refused([$"{approved.ApprovedBy} has approved it"]);
        }

        var rejection = new RejectionRecord(approver.Id, _clock.GetUtcNow(), reason);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = new RecordKey(RejectionRecord.Kind, draft.Id), Expected = 0, Content = rejection.Seal() }],
            Entries = [AuditEvent.Entry(rejection.RejectedAt, approver, "reject", draft.RecordKey, reason)],
        };
        return await _decisions.KeepAsync(draft, ApprovedPost.Kind, batch, cancel).ConfigureAwait(false)
            ? new ApprovalResult.Rejected()
            : ApprovalDecisions.Overtaken;
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
    public ValueTask<ApprovedPost?> FindAsync(string id, CancellationToken cancel = default) => _decisions.ApprovalAsync(id, cancel);

    /// <summary>
    /// Tells colleagues of drafts that wait too long for their decision (<see cref="ApprovalOptions.WaitAtMost"/>), and of
    /// each broken glass until someone has reviewed it.
    /// </summary>
    /// <returns>Who was not reached, in words; empty when everyone was.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<IReadOnlyList<string>> RunDueAsync(CancellationToken cancel = default) =>
        _notices is null ? [] : await _notices.RunAsync(cancel).ConfigureAwait(false);
}
