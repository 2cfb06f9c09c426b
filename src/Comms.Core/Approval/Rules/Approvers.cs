using Comms.Core.Authoring;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Rules;

/// <summary>Counts who has approved a draft, against the rules that apply to it.</summary>
internal sealed class Approvers(ILedger ledger, IReadOnlyList<ApprovalRule> rules)
{
    /// <summary>How the draft stands with this approval.</summary>
    public async ValueTask<Tally> CountAsync(Draft draft, Actor approver, DateTimeOffset now, CancellationToken cancel)
    {
        var key = VotesRecord.Key(draft.Id);
        var record = await ledger.FindAsync(key, cancel).ConfigureAwait(false);
        IReadOnlyList<Vote> before = record is null ? [] : VotesRecord.Open(record).Votes;
        var known = before.Any(vote => vote.By == approver.Id);
        IReadOnlyList<Vote> votes = known ? before : [.. before, new Vote(approver.Id, now, approver.Roles)];
        string[] texts = [.. draft.Renditions.SelectMany(rendition => rendition.Media.Select(media => media.Alt).Concat(rendition.Beside.Select(beside => beside.Words)).Prepend(rendition.Text))];
        string[] missing = [.. rules.Where(rule => rule.Applies(draft.Marks, texts)).Select(rule => rule.Lacks(votes)).OfType<string>()];
        var revision = record?.Revision ?? 0;
        var write = known ? null : new LedgerWrite { Key = key, Expected = revision, Content = new VotesRecord(votes).Seal() };
        return new Tally(missing, [.. votes.Select(vote => vote.By)], write, new RecordRequirement(key, revision));
    }
}

/// <summary>How a draft stands.</summary>
/// <param name="Missing">What its rules still ask for, in words; empty when they are met.</param>
/// <param name="By">Who has approved it, in order.</param>
/// <param name="Write">Keeps the approval that was just given; null when it was given before.</param>
/// <param name="Unchanged">That nobody else's came meanwhile.</param>
internal sealed record Tally(IReadOnlyList<string> Missing, IReadOnlyList<string> By, LedgerWrite? Write, RecordRequirement Unchanged);
