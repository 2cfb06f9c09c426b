using Comms.Core.Calendars;

namespace Comms.Core.Planning;

/// <summary>Some days of a plan: its items that stand, by their local days.</summary>
internal sealed class PlanWindow
{
    public PlanWindow(Plan plan, DateOnly first, DateOnly last)
    {
        (Plan, First, Last) = (plan, first, last);
        Items = [.. plan.Items.Where(item => item.Stands && DayOf(item) >= first && DayOf(item) <= last).OrderBy(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    public Plan Plan { get; }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<PlannedItem> Items { get; }

    public DateOnly DayOf(PlannedItem item) => Zones.DayOf(item.At, Plan.Zone);

    public IEnumerable<PlannedItem> Of(string account) => Items.Where(item => item.Accounts.Contains(account, StringComparer.Ordinal));

    public IEnumerable<string> Accounts =>
        Plan.Accounts.Concat(Items.SelectMany(item => item.Accounts)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
