using Comms.Core.Calendars;

namespace Comms.Core.Planning;

/// <summary>Holds a plan to its rules. Pure: the same plan on the same day gives the same findings, in the same order. Thread-safe.</summary>
public static class PlanChecker
{
    /// <summary>Looks at the days from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="first">The first day, by the plan's zone.</param>
    /// <param name="last">The last day; not before the first.</param>
    /// <param name="now">The instant at which it is looked at.</param>
    /// <returns>What a person should look at, rule by rule; empty when all is well.</returns>
    /// <exception cref="ArgumentException">A rule is out of its range, the zone is unknown, or the days are the wrong way about.</exception>
    public static IReadOnlyList<PlanFinding> Check(Plan plan, DateOnly first, DateOnly last, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        plan.Rules.Check();
        var window = new PlanWindow(plan, first, last);
        var today = Zones.DayOf(now, plan.Zone);
        return
        [
            .. RhythmCheck.Find(window),
            .. ReadinessCheck.Find(window, now, today),
            .. ReachCheck.Find(window),
            .. WorkCheck.Find(window, today),
        ];
    }
}
