using System.Globalization;
using Comms.Core.Approval.Confidentiality;
using Comms.Core.Approval.Kits;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval;

/// <summary>Everything that can stand against an approval, looked at together so that every reason is named at once.</summary>
internal sealed class ApprovalGates(
    IAuthorizer authorizer, ChannelDirectory channels, ApprovalDecisions decisions, CandourGate candour, BilingualGate bilingual, PictureGate pictures, KitGate kits,
    Func<string, CancellationToken, ValueTask<string?>> gone)
{
    /// <summary>Who may not approve it: what a person with a role to break the glass passes over.</summary>
    public IEnumerable<string> Against(Draft draft, Actor approver)
    {
        if (!authorizer.May(approver, Permission.Approve))
        {
            yield return $"{approver.Id} may not approve";
        }
        else if (!authorizer.May(approver.Without(draft.Author), Permission.Approve))
        {
            yield return $"four eyes: {approver.Id} approves for {draft.Author}, who wrote it";
        }

        if (string.Equals(approver.Id, draft.Author, StringComparison.Ordinal))
        {
            yield return $"four eyes: {approver.Id} wrote it";
        }
    }

    /// <summary>What stands against it whoever asks, which nobody passes over, and against the one who does.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="asking">What stands against who asks.</param>
    /// <param name="cancel">Stops looking.</param>
    public async ValueTask<Objections> AgainstAsync(Draft draft, IEnumerable<string> asking, CancellationToken cancel)
    {
        var reasons = new List<string>(draft.Faults);
        reasons.AddRange(bilingual.Against(draft));
        var confidential = ConfidentialityGate.Shipped.Check(draft.Renditions).ToArray();
        reasons.AddRange(confidential.Select(Reason));
        reasons.AddRange(await pictures.AgainstAsync(draft, cancel).ConfigureAwait(false));
        if (draft.Reshares is { } message && await gone(message, cancel).ConfigureAwait(false) is { } deleted)
        {
            reasons.Add(deleted);
        }

        var (lacks, unchanged) = await kits.AgainstAsync(draft, cancel).ConfigureAwait(false);
        reasons.AddRange(lacks);
        await AddOutdatedAsync(draft, reasons, cancel).ConfigureAwait(false);
        reasons.AddRange(asking);
        if (await decisions.RejectionAsync(draft.Id, cancel).ConfigureAwait(false) is { } rejected)
        {
            reasons.Add(rejected);
        }

        return new Objections(reasons, confidential, await candour.AgainstAsync(draft, cancel).ConfigureAwait(false), unchanged);
    }

    private static string Reason(ConfidentialWords words) => string.Create(
        CultureInfo.InvariantCulture, $"{words.Account}: {words.What} stands at {words.Start}{(words.Media is null ? "" : " of a description")}");

    /// <summary>What was rendered under other limits than today's must be written again.</summary>
    private async ValueTask AddOutdatedAsync(Draft draft, List<string> reasons, CancellationToken cancel)
    {
        foreach (var (account, version) in draft.TraitsVersions)
        {
            if (channels.Find(account) is not { } channel)
            {
                reasons.Add($"{account}: there is no such account any more");
            }
            else if ((await channel.DescribeAsync(cancel).ConfigureAwait(false)).Version is var today && today != version)
            {
                reasons.Add($"{account}: it was written for the limits {version}, and they are now {today}");
            }
        }
    }
}

/// <summary>What stands against an approval.</summary>
/// <param name="Reasons">Each in a sentence.</param>
/// <param name="Confidential">The words among them that would break a confidence; no role and no urgency lifts those.</param>
/// <param name="Untold">Why it waits for a family to be told; null when it does not.</param>
/// <param name="Unchanged">What must still be as it was looked at when the approval is kept.</param>
internal sealed record Objections(
    IReadOnlyList<string> Reasons, IReadOnlyList<ConfidentialWords> Confidential, string? Untold, IReadOnlyList<RecordRequirement> Unchanged)
{
    public ApprovalResult.Refused Refusal(Draft draft) => new(Untold is null ? Reasons : [.. Reasons, Untold])
    {
        Confidential = Confidential,
        NeutralWording = Confidential.Count > 0 ? ConfidentialityGate.Shipped.Neutral(draft.Language) : null,
    };
}
