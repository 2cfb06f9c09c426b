using System.Globalization;
using Comms.Core.Authoring;
using Comms.Core.Channels;
using Comms.Core.Governance;
using Comms.Core.Text;

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

        reasons.AddRange(Confidential(draft));
        await AddOutdatedAsync(draft, reasons, cancel).ConfigureAwait(false);
        return reasons;
    }

    /// <summary>An NHS number never goes out, whoever approves: neither in the words nor in what a picture is said to show.</summary>
    private static IEnumerable<string> Confidential(Draft draft) =>
    [
        .. from rendition in draft.Renditions
           from start in NhsNumbers(rendition.Text)
           select string.Create(CultureInfo.InvariantCulture, $"{rendition.Account}: an NHS number stands at {start}"),
        .. from rendition in draft.Renditions
           from media in rendition.Media
           from start in NhsNumbers(media.Alt)
           select string.Create(CultureInfo.InvariantCulture, $"{rendition.Account}: an NHS number stands at {start} of a description"),
    ];

    private static IEnumerable<int> NhsNumbers(string text) =>
        PersonalDataFinder.Find(text).Where(found => found.Kind == "nhs-number").Select(found => found.Start);

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
