using System.Globalization;

namespace Comms.Core.Planning;

/// <summary>Work that will not be ready, series that cannot be right, and more work than there are people.</summary>
internal static class WorkCheck
{
    public static IEnumerable<PlanFinding> Find(PlanWindow window, DateOnly today) =>
    [
        .. window.Plan.Workflows.Where(work => work.Next is not null && work.Due < today).Select(work => new PlanFinding(
            PlanRule.Workflow,
            string.Create(CultureInfo.InvariantCulture, $"{work.Name} was due {work.Due:d MMM}; next: {work.Next!.Name}, {work.Left.TotalMinutes:F0} minutes left"),
            [])),
        .. window.Plan.Series.SelectMany(series => SeriesProgress.Faults(series, today)).Select(fault => new PlanFinding(PlanRule.Series, fault, [])),
        .. window.Plan.Team is null ? [] : Overload(window),
    ];

    private static IEnumerable<PlanFinding> Overload(PlanWindow window)
    {
        var load = Workload.Of(window.Plan, window.First, window.Last);
        if (load.OverMinutes <= 0)
        {
            yield break;
        }

        var drop = load.FirstToDrop;
        yield return new PlanFinding(
            PlanRule.Capacity,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the plan takes {load.NeededMinutes:F0} minutes a week and there are {load.AvailableMinutes:F0}; {(drop is null ? "fewer checks are the first thing to drop" : $"the first thing to drop is “{drop.Title}”")}"),
            drop is null ? [] : [drop.Id]);
    }
}
