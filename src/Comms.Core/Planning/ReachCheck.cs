using System.Globalization;

namespace Comms.Core.Planning;

/// <summary>People whom the plan does not reach, and campaigns that do not carry.</summary>
internal static class ReachCheck
{
    public static IEnumerable<PlanFinding> Find(PlanWindow window) =>
        [.. window.Plan.Audiences.SelectMany(audience => Unreached(window, audience)), .. Campaigns(window)];

    private static IEnumerable<PlanFinding> Unreached(PlanWindow window, Audience audience)
    {
        var used = window.Items.SelectMany(item => item.Accounts).ToHashSet(StringComparer.Ordinal);
        if (audience.Accounts.Count == 0)
        {
            yield return new PlanFinding(PlanRule.Audience, $"nobody has said how to reach {audience.Name}", []);
        }
        else if (!audience.Accounts.Any(used.Contains))
        {
            yield return new PlanFinding(
                PlanRule.Audience, $"nothing planned reaches {audience.Name}: they use {string.Join(" or ", audience.Accounts)}", []);
        }
    }

    private static IEnumerable<PlanFinding> Campaigns(PlanWindow window)
    {
        foreach (var campaign in window.Plan.Campaigns)
        {
            var items = window.Plan.Items.Where(item => item.Stands && Carries(item, campaign)).ToArray();
            PlannedItem[] outside = [.. items.Where(item => window.DayOf(item) < campaign.From || window.DayOf(item) > campaign.To)];
            if (items.Length == 0 && campaign.From <= window.Last && campaign.To >= window.First)
            {
                yield return new PlanFinding(PlanRule.Campaign, $"{campaign.Hashtag} runs, and no post carries it", []);
            }

            if (outside.Length > 0)
            {
                yield return new PlanFinding(
                    PlanRule.Campaign,
                    string.Create(CultureInfo.InvariantCulture, $"{campaign.Hashtag} runs from {campaign.From:d MMM} to {campaign.To:d MMM}; {outside.Length} of its posts lie outside"),
                    [.. outside.Select(item => item.Id)]);
            }
        }
    }

    private static bool Carries(PlannedItem item, Campaign campaign) => string.Equals(item.Campaign, campaign.Hashtag, StringComparison.OrdinalIgnoreCase);
}
