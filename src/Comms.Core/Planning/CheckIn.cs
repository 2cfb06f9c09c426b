using Comms.Core.Documents;

namespace Comms.Core.Planning;

/// <summary>
/// A week's plan for a manager who does not know the channels: what goes out, what needs a decision, what changed since the
/// last check-in. Only <see cref="Of"/> makes one. Immutable.
/// </summary>
public sealed class CheckIn
{
    private CheckIn(Plan plan, DateOnly monday, DateTimeOffset now, IReadOnlyList<PlannedItem>? before)
    {
        Monday = monday;
        Zone = plan.Zone;
        Items = new PlanWindow(plan, monday, Sunday).Items;
        Findings = PlanChecker.Check(plan, monday, Sunday, now);
        Changes = before is null ? null : ChangesOf(plan, before);
        Progress = [.. plan.Series.Where(series => !SeriesProgress.Faults(series, monday).Any()).Select(series => SeriesProgress.Of(series, monday))];
        Load = plan.Team is null ? null : Workload.Of(plan, monday, Sunday);
    }

    /// <summary>The week's Monday.</summary>
    public DateOnly Monday { get; }

    /// <summary>The zone of its days.</summary>
    public string Zone { get; }

    /// <summary>The week's posts, in order of time.</summary>
    public IReadOnlyList<PlannedItem> Items { get; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<PlanFinding> Findings { get; }

    /// <summary>What changed since the last check-in, of this week's posts; null when there was none.</summary>
    public IReadOnlyList<PlanChange>? Changes { get; }

    /// <summary>Where the series stand.</summary>
    public IReadOnlyList<SeriesProgress> Progress { get; }

    /// <summary>What the week takes; null when the plan names no team.</summary>
    public Workload? Load { get; }

    private DateOnly Sunday => Monday.AddDays(6);

    /// <summary>Looks at a week.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="monday">The week's Monday.</param>
    /// <param name="now">The instant at which it is looked at.</param>
    /// <param name="before">What the last check-in showed; null when there was none.</param>
    /// <exception cref="ArgumentException">The day is no Monday, or the plan's rules or zone do not hold.</exception>
    public static CheckIn Of(Plan plan, DateOnly monday, DateTimeOffset now, IReadOnlyList<PlannedItem>? before = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return monday.DayOfWeek == DayOfWeek.Monday
            ? new CheckIn(plan, monday, now, before)
            : throw new ArgumentException("A week begins on a Monday.", nameof(monday));
    }

    /// <summary>The page that a manager reads.</summary>
    public Document ToDocument() => CheckInPage.Compose(this);

    /// <summary>A post that moved into or out of the week is a change of the week.</summary>
    private IReadOnlyList<PlanChange> ChangesOf(Plan plan, IReadOnlyList<PlannedItem> before)
    {
        var concerned = Items.Concat(new PlanWindow(plan with { Items = before }, Monday, Sunday).Items)
            .Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        return PlanChange.Between(before.Where(item => concerned.Contains(item.Id)), plan.Items.Where(item => concerned.Contains(item.Id)));
    }
}
