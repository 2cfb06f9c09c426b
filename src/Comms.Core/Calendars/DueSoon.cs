namespace Comms.Core.Calendars;

/// <summary>What “soon due” means, wherever a team reads it: in the week before the last day.</summary>
internal static class DueSoon
{
    private const int Days = 7;

    public static bool Is(DateOnly due, DateOnly today) => due.DayNumber - today.DayNumber <= Days;
}
