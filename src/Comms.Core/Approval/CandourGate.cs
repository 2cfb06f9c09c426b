using System.Globalization;
using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>Keeps a post that tells of harm until the family has been told; no other role and no urgency lifts it.</summary>
internal sealed class CandourGate(ILedger ledger, IAuthorizer authorizer, TimeProvider clock)
{
    /// <summary>What is said of a post that waits for it.</summary>
    public const string Untold = "candour: nobody has recorded that the family was told, by whom and when";

    /// <summary>Why the draft cannot be approved yet; null when it can.</summary>
    public async ValueTask<string?> AgainstAsync(Draft draft, CancellationToken cancel)
    {
        if (!draft.Candour)
        {
            return null;
        }

        // Opened, so that a record that is damaged lets nothing through.
        return await ledger.FindAsync(FamilyToldRecord.Key(draft.Id), cancel).ConfigureAwait(false) is { } record && FamilyToldRecord.Open(record) is not null
            ? null
            : Untold;
    }

    public async ValueTask<ApprovalResult> RecordAsync(Draft draft, FamilyTold told, Actor by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (Against(draft, told, by, now) is { } reason)
        {
            return new ApprovalResult.Refused([reason]);
        }

        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = FamilyToldRecord.Key(draft.Id), Expected = 0, Content = new FamilyToldRecord(told.Who, told.Whom, told.At, by.Id).Seal() }],
            Requires = [new RecordRequirement(draft.RecordKey, draft.Revision)],
            Entries = [AuditEvent.Entry(now, by, "family-told", draft.RecordKey, string.Create(CultureInfo.InvariantCulture, $"{told.Who} told {told.Whom} at {told.At.ToUniversalTime():u}"))],
        };
        return (await ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed
            ? new ApprovalResult.Told(told)
            : new ApprovalResult.Refused(["it is recorded already, or the draft was changed meanwhile"]);
    }

    private string? Against(Draft draft, FamilyTold told, Actor by, DateTimeOffset now) =>
        !authorizer.May(by, Permission.Candour) ? $"{by.Id} may not record that a family was told"
        : !draft.Candour ? "it is not marked as one for which a family must be told"
        : told.At > now ? "they cannot have been told later than now"
        : null;
}
