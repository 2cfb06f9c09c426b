using System.Globalization;
using Comms.Core.Approval.BreakGlass;
using Comms.Core.Approval.Rules;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>
/// Tells colleagues of drafts whose approver is absent, and of broken glass, again and again until someone has decided or
/// reviewed. The words name who and which, and say nothing of what the draft says. What is due is in the ledger, so that no
/// restart forgets it; leases keep two hosts from telling of the same at once.
/// </summary>
internal sealed class ApprovalNotices(ILedger ledger, TimeProvider clock, string host, ApprovalOptions options, ApprovalDecisions decisions, NoticeSender sender, string mark)
{
    private static readonly TimeSpan BesideSending = TimeSpan.FromSeconds(10);

    /// <summary>After this a broken glass that nobody has reviewed is told of again.</summary>
    private static readonly TimeSpan UntilReviewed = TimeSpan.FromDays(1);

    /// <summary>After this it is tried again where nobody was reached.</summary>
    private static readonly TimeSpan UntilReached = TimeSpan.FromMinutes(5);

    /// <summary>The write by which colleagues are told of a new draft that waits too long; null where none are.</summary>
    public LedgerWrite? Begin(Draft draft) => options.WaitAtMost is not { } wait ? null : new LedgerWrite
    {
        Key = WaitRecord.Key(draft.Id),
        Expected = 0,
        Content = new WaitRecord(draft.Author, draft.WrittenAt).Seal(),
        Due = draft.WrittenAt + wait,
    };

    /// <returns>Who was not reached, in words.</returns>
    public async ValueTask<IReadOnlyList<string>> RunAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        await RoundAsync(BrokenGlassRecord.Kind, (glass, _) => ValueTask.FromResult(OfGlass(glass)), UntilReviewed, faults, cancel).ConfigureAwait(false);
        await RoundAsync(WaitRecord.Kind, OfWaitAsync, options.WaitAtMost ?? UntilReviewed, faults, cancel).ConfigureAwait(false);
        return faults;
    }

    private async ValueTask RoundAsync(
        string kind, Func<LedgerRecord, CancellationToken, ValueTask<string?>> words, TimeSpan again, List<string> faults, CancellationToken cancel)
    {
        while (true)
        {
            var request = new ClaimRequest
            {
                Kind = kind,
                DueBy = clock.GetUtcNow(),
                Holder = host,
                LeaseFor = (sender.Within * Math.Max(1, options.TellBy.Count)) + BesideSending,
                Limit = 1,
            };
            if (await ledger.ClaimAsync(request, cancel).ConfigureAwait(false) is not [var leased])
            {
                return;
            }

            var (due, said) = await words(leased.Record, cancel).ConfigureAwait(false) is { } told
                ? await TellAsync(leased.Record, told, again, faults, cancel).ConfigureAwait(false)
                : (null, null);
            await CommitAsync(leased, due, said, cancel).ConfigureAwait(false);
        }
    }

    private static string? OfGlass(LedgerRecord record)
    {
        // A glass whose record is damaged is told of rather than forgotten.
        var glass = StoredRecord.Whole(record, BrokenGlassRecord.Open);
        return glass is { ReviewedBy: not null } ? null
            : glass is null ? $"BREAK-GLASS: {record.Key.Id} was approved by one person alone, and its record is damaged. Look at it now."
            : $"BREAK-GLASS: {glass.By} alone approved {record.Key.Id} of {glass.Author}. Look at it now; someone else must review it.";
    }

    private async ValueTask<string?> OfWaitAsync(LedgerRecord record, CancellationToken cancel)
    {
        var id = record.Key.Id;
        if (await decisions.IsDecidedAsync(id, cancel).ConfigureAwait(false))
        {
            return null;
        }

        // One whose record is damaged is told of rather than forgotten.
        var since = StoredRecord.Whole(record, WaitRecord.Open) is { } wait
            ? string.Create(CultureInfo.InvariantCulture, $" of {wait.Author} has waited {(clock.GetUtcNow() - wait.Since).TotalHours:0.#} hours")
            : " has waited too long";
        return $"Draft {id}{since} for approval. Approve it, reject it, or find who can.";
    }

    private async ValueTask<(DateTimeOffset? Due, string? Said)> TellAsync(
        LedgerRecord record, string words, TimeSpan again, List<string> faults, CancellationToken cancel)
    {
        var round = record.Due?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";
        var reached = new List<string>();
        foreach (var account in options.TellBy)
        {
            if (await sender.SendAsync(account, mark + words, [record.Key.Kind, record.Key.Id, round], cancel).ConfigureAwait(false) is { } fault)
            {
                faults.Add($"{record.Key}: nobody was reached by {account}: {fault}");
            }
            else
            {
                reached.Add(account);
            }
        }

        return reached.Count > 0
            ? (clock.GetUtcNow() + again, $"told by {string.Join(", ", reached)}")
            : (clock.GetUtcNow() + UntilReached, "nobody was reached");
    }

    private async ValueTask CommitAsync(LeasedRecord leased, DateTimeOffset? due, string? said, CancellationToken cancel)
    {
        var batch = new LedgerBatch
        {
            Writes = [leased.LetGo(due)],
            Entries = said is null ? [] : [AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, "tell", leased.Record.Key, said)],
        };
        await ledger.CommitAsync(batch, cancel).ConfigureAwait(false);
    }
}
