using Comms.Core.Calendars;
using Comms.Core.Text;

namespace Comms.Core.Planning;

/// <summary>What is not ready: posts without approval, posts that wait, and a weekend that is empty on its Friday.</summary>
internal static class ReadinessCheck
{
    private const int DaysAhead = 7;

    public static IEnumerable<PlanFinding> Find(PlanWindow window, DateTimeOffset now, DateOnly today) =>
    [
        .. window.Items.Where(item => item.Step == PlanStep.Drafted && item.At - now <= window.Plan.Rules.ApprovedAhead).Select(item => Unapproved(item, now, window.Plan.Zone)),
        .. window.Items.Where(item => item.Step == PlanStep.Approved && item.At - now <= window.Plan.Rules.ApprovedAhead).Select(item => Unscheduled(item, window.Plan.Zone)),
        .. window.Items.Where(item => item.Step == PlanStep.Waiting).Select(item => new PlanFinding(
            PlanRule.Waiting, $"“{item.Title}” waits for a person{(item.Reason is { } reason ? ": " + reason : "")}", [item.Id])),
        .. today.DayOfWeek == DayOfWeek.Friday ? EmptyAhead(window, today) : [],
    ];

    private static PlanFinding Unapproved(PlannedItem item, DateTimeOffset now, string zone) => new(
        PlanRule.Approval,
        $"“{item.Title}” {(item.At <= now ? "was meant for" : "is due")} {Show(item, zone)} and {item.Reason ?? "nobody has approved it"}",
        [item.Id]);

    private static PlanFinding Unscheduled(PlannedItem item, string zone) =>
        new(PlanRule.Approval, $"“{item.Title}” is approved and has no time; it was meant for {Show(item, zone)}", [item.Id]);

    /// <summary>On a Friday the weekend and the next week are to be planned.</summary>
    private static IEnumerable<PlanFinding> EmptyAhead(PlanWindow window, DateOnly friday)
    {
        var ahead = new PlanWindow(window.Plan, friday.AddDays(1), friday.AddDays(DaysAhead));
        if (!ahead.Items.Any(item => ahead.DayOf(item) <= friday.AddDays(2)))
        {
            yield return new PlanFinding(PlanRule.Weekend, "it is Friday, and nothing is planned for the weekend", []);
        }

        if (!ahead.Items.Any(item => ahead.DayOf(item) > friday.AddDays(2)))
        {
            yield return new PlanFinding(PlanRule.Weekend, "it is Friday, and nothing is planned for next week", []);
        }
    }

    private static string Show(PlannedItem item, string zone) => Wording.Moment(Zones.ToLocal(item.At, zone));
}
