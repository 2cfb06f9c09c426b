using System.Runtime.CompilerServices;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.BreakGlass;

/// <summary>
/// The front door for emergencies in which no second person can be found: one who may approves alone, with a reason. Colleagues
/// are told at once and again until someone else has reviewed it. What no person may pass over (confidentiality, a family
/// that must be told first, the kit of a difficult story, consents for pictures, two languages together) stands as ever. Thread-safe.
/// </summary>
public sealed class BreakGlassDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly ApprovalGates _gates;
    private readonly ApprovalDecisions _decisions;
    private readonly ApprovalOptions _options;
    private readonly Telemetry _telemetry;

    internal BreakGlassDesk(
        ILedger ledger, IAuthorizer authorizer, TimeProvider clock, ApprovalGates gates, ApprovalDecisions decisions, ApprovalOptions options, Telemetry telemetry) =>
        (_ledger, _authorizer, _clock, _gates, _decisions, _options, _telemetry) = (ledger, authorizer, clock, gates, decisions, options, telemetry);

    /// <summary>Approves a draft alone, be it one's own. Whoever then publishes it needs their permission as ever.</summary>
    /// <param name="draft">The draft, as it was shown.</param>
    /// <param name="by">Needs <see cref="Permission.BreakGlass"/>.</param>
    /// <param name="reason">Why it cannot wait, for who reviews it; not blank.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="Channels.ChannelException">A channel could not say what it takes today.</exception>
    public async ValueTask<ApprovalResult> ApproveAsync(Draft draft, Actor by, string reason, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        using var span = _telemetry.Start("break-glass", draft.Id);
        var objections = await _gates.AgainstAsync(draft, Against(by), cancel).ConfigureAwait(false);
        return objections.Reasons.Count > 0 || objections.Untold is not null ? objections.Refusal(draft)
            : await _decisions.ApprovalAsync(draft.Id, cancel).ConfigureAwait(false) is { } known ? new ApprovalResult.Approved(known)
            : await KeepAsync(draft, by, reason, objections.Unchanged, cancel).ConfigureAwait(false);
    }

    /// <summary>Records what came of looking at a broken glass afterwards; from then on nobody is told of it any more. Once.</summary>
    /// <param name="post">The post's name.</param>
    /// <param name="finding">What was found, as “right: nobody could be reached”; not blank.</param>
    /// <param name="reviewer">Needs <see cref="Permission.Approve"/>, and is neither who broke it nor who wrote the post.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public async ValueTask<ApprovalResult> ReviewAsync(string post, string finding, Actor reviewer, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(post);
        ArgumentException.ThrowIfNullOrWhiteSpace(finding);
        ArgumentNullException.ThrowIfNull(reviewer);
        var key = BrokenGlassRecord.Key(post);
        var glass = await _ledger.FindAsync(key, cancel).ConfigureAwait(false) is { } record ? BrokenGlass.Open(record) : null;
        if (glass is null)
        {
            return new ApprovalResult.Refused([$"no glass was broken for {post}"]);
        }

        if (Against(glass, reviewer) is { } reason)
        {
            return new ApprovalResult.Refused([reason]);
        }

        var now = _clock.GetUtcNow();
        var reviewed = glass.Body with { ReviewedBy = reviewer.Id, ReviewedAt = now, Finding = finding };
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = glass.Revision, Content = reviewed.Seal() }],
            Entries = [AuditEvent.Entry(now, reviewer, "review-broken-glass", key, finding)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new ApprovalResult.Reviewed() : ApprovalDecisions.Overtaken;
    }

    /// <summary>Reads every broken glass, in the order in which they were broken.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<BrokenGlass> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = BrokenGlassRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return BrokenGlass.Open(record);
        }
    }

    private IEnumerable<string> Against(Actor by)
    {
        if (!_authorizer.May(by, Permission.BreakGlass))
        {
            yield return $"{by.Id} may not break the glass";
        }

        if (_options.TellBy.Count == 0)
        {
            yield return "nobody would be told of it: no account is named for that";
        }
    }

    private string? Against(BrokenGlass glass, Actor reviewer) =>
        !_authorizer.May(reviewer, Permission.Approve) ? $"{reviewer.Id} may not approve"
        : reviewer.Id == glass.By || reviewer.Id == glass.Author ? $"{reviewer.Id} broke it, or wrote the post: someone else reviews it"
        : glass.ReviewedBy is { } other ? $"{other} has reviewed it"
        : null;

    private async ValueTask<ApprovalResult> KeepAsync(Draft draft, Actor by, string reason, IReadOnlyList<RecordRequirement> unchanged, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var post = new ApprovedPost(draft, by, now, [by.Id]);
        var glass = new BrokenGlassRecord(draft.Author, by.Id, now, reason);
        var batch = new LedgerBatch
        {
            Writes = [post.First(), new LedgerWrite { Key = BrokenGlassRecord.Key(draft.Id), Expected = 0, Content = glass.Seal(), Due = now }],
            Requires = unchanged,
            Entries = [AuditEvent.Entry(now, by, "break-glass", draft.RecordKey, reason), AuditEvent.Entry(now, by, "approve", draft.RecordKey, post.Hash)],
        };
        return await _decisions.KeepAsync(draft, RejectionRecord.Kind, batch, cancel).ConfigureAwait(false)
            ? new ApprovalResult.Approved(post)
            : ApprovalDecisions.Overtaken;
    }
}
