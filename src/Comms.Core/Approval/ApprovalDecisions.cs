using Comms.Core.Authoring;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>Decisions as the ledger has them: one for a draft, which the other kind shuts out.</summary>
internal sealed class ApprovalDecisions(ILedger ledger)
{
    /// <summary>What a decision that came too late is told.</summary>
    public static ApprovalResult.Refused Overtaken { get; } = new(["someone else decided or changed it meanwhile: look at it again"]);

    public async ValueTask<ApprovedPost?> ApprovalAsync(string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(ApprovedPost.Kind, id), cancel).ConfigureAwait(false) is { } record ? ApprovedPost.Open(record) : null;

    /// <summary>Why it was rejected; null when it was not.</summary>
    public async ValueTask<string?> RejectionAsync(string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(RejectionRecord.Kind, id), cancel).ConfigureAwait(false) is { } record
        && RejectionRecord.Open(record) is var rejection
            ? $"{rejection.RejectedBy} rejected it: {rejection.Reason}"
            : null;

    /// <summary>Whether it was approved or rejected, be the record whole or not.</summary>
    public async ValueTask<bool> IsDecidedAsync(string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(ApprovedPost.Kind, id), cancel).ConfigureAwait(false) is not null
        || await ledger.FindAsync(new RecordKey(RejectionRecord.Kind, id), cancel).ConfigureAwait(false) is not null;

    /// <summary>Commits what holds only for the draft as it was read, and only if no decision of the other kind was taken meanwhile.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="against">The kind of decision that shuts it out.</param>
    /// <param name="batch">The decision.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public async ValueTask<bool> KeepAsync(Draft draft, string against, LedgerBatch batch, CancellationToken cancel)
    {
        RecordRequirement[] unchanged = [new(draft.RecordKey, draft.Revision), new(new RecordKey(against, draft.Id), 0)];
        return (await ledger.CommitAsync(batch with { Requires = [.. batch.Requires, .. unchanged] }, cancel).ConfigureAwait(false)).Committed;
    }
}
