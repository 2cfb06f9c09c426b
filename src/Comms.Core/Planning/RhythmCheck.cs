using System.Globalization;
using Comms.Core.Engagement;

namespace Comms.Core.Planning;

/// <summary>Silence, clashes, crowds and fits and starts, account by account.</summary>
internal static class RhythmCheck
{
    public static IEnumerable<PlanFinding> Find(PlanWindow window) =>
        window.Accounts.SelectMany(account => OfAccount(window, account, [.. window.Of(account)]));

    private static IEnumerable<PlanFinding> OfAccount(PlanWindow window, string account, PlannedItem[] items) =>
    [
        .. window.Plan.Accounts.Contains(account, StringComparer.Ordinal) ? Gaps(window, account, items) : [],
        .. Clashes(window.Plan.Rules, account, items),
        .. Crowds(window, account, items),
        .. Irregular(window.Plan.Rules, account, items),
    ];

    private static IEnumerable<PlanFinding> Gaps(PlanWindow window, string account, PlannedItem[] items)
    {
        DateOnly[] edges = [window.First.AddDays(-1), .. items.Select(window.DayOf), window.Last.AddDays(1)];
        foreach (var (before, after) in edges.Zip(edges.Skip(1)))
        {
            var silent = after.DayNumber - before.DayNumber - 1;
            if (silent > window.Plan.Rules.MostSilentDays)
            {
                yield return new PlanFinding(PlanRule.Gap, Text(
                    $"{account} says nothing for {silent} days, from {before.AddDays(1):ddd d MMM} to {after.AddDays(-1):ddd d MMM}"), []);
            }
        }
    }

    private static IEnumerable<PlanFinding> Clashes(PlanRules rules, string account, PlannedItem[] items) => items
        .Zip(items.Skip(1))
        .Where(pair => pair.Second.At - pair.First.At < rules.LeastApart)
        .Select(pair => new PlanFinding(
            PlanRule.Clash,
            Text($"{account} has “{pair.First.Title}” and “{pair.Second.Title}” within {(pair.Second.At - pair.First.At).TotalMinutes:F0} minutes"),
            [pair.First.Id, pair.Second.Id]));

    private static IEnumerable<PlanFinding> Crowds(PlanWindow window, string account, PlannedItem[] items) => items
        .GroupBy(window.DayOf)
        .Where(day => day.Count() > window.Plan.Rules.MostPerDay)
        .Select(day => new PlanFinding(
            PlanRule.Crowd, Text($"{account} has {day.Count()} posts on {day.Key:ddd d MMM}; readers bear {window.Plan.Rules.MostPerDay}"), [.. day.Select(item => item.Id)]));

    private static IEnumerable<PlanFinding> Irregular(PlanRules rules, string account, PlannedItem[] items)
    {
        double[] gaps = [.. items.Zip(items.Skip(1), (one, next) => (next.At - one.At).TotalHours)];
        if (gaps.Length < RegularityPart.FewestGaps || gaps.Sum() <= 0)
        {
            yield break;
        }

        var regularity = (1 - RegularityPart.Burstiness(gaps)) / 2;
        if (regularity < rules.LeastRegularity)
        {
            yield return new PlanFinding(
                PlanRule.Regularity, Text($"{account} posts by fits and starts: regularity {regularity:F2} of 1 over {items.Length} posts"), []);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
