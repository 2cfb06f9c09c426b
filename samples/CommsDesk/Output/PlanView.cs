using Comms.Core.Calendars;
using Comms.Core.ICalendar;
using Comms.Core.Planning;

namespace CommsDesk.Output;

/// <summary>Some days of the plan as the desk shows them.</summary>
internal sealed record PlanView(
    Plan Plan, DateOnly First, DateOnly Last, IReadOnlyList<PlanFinding> Findings, IReadOnlyList<CalendarEntry> Others)
{
    public IEnumerable<PlannedItem> Items => Plan.Items.Where(item => Within(item.At));

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    public DateTimeOffset Local(DateTimeOffset at) => Zones.ToLocal(at, Plan.Zone);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    private bool Within(DateTimeOffset at) => DayOf(at) >= First && DayOf(at) <= Last;
}
