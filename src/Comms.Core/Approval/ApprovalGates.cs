using System.Globalization;
using Comms.Core.Approval.Confidentiality;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;

namespace Comms.Core.Approval;

/// <summary>Everything that can stand against an approval, looked at together so that every reason is named at once.</summary>
internal sealed class ApprovalGates(IAuthorizer authorizer, ChannelDirectory channels)
{
    public async ValueTask<List<string>> CheckAsync(Draft draft, Actor approver, CancellationToken cancel)
    {
        var reasons = new List<string>(draft.Faults);
        if (!authorizer.May(approver, Permission.Approve))
        {
            reasons.Add($"{approver.Id} may not approve");
        }

        if (string.Equals(approver.Id, draft.Author, StringComparison.Ordinal))
        {
            reasons.Add($"four eyes: {approver.Id} wrote it");
        }

        reasons.AddRange(Confidential(draft).Select(Reason));
        await AddOutdatedAsync(draft, reasons, cancel).ConfigureAwait(false);
        return reasons;
    }

    /// <summary>What would break a confidence; no role and no urgency lifts it.</summary>
    public static IReadOnlyList<ConfidentialWords> Confidential(Draft draft) => [.. ConfidentialityGate.Shipped.Check(draft.Renditions)];

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
