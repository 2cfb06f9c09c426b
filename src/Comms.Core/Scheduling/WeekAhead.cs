using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>The stretch that is planned on a Friday: from the coming Saturday to the Sunday of the week after. Pure.</summary>
internal static class WeekAhead
{
    /// <summary>The last instant before that stretch, or now when it is a Saturday already, and the first instant after it.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) After(DateTimeOffset now, string zone)
    {
        var today = Zones.DayOf(now, zone);
        var saturday = today.AddDays(((int)DayOfWeek.Saturday - (int)today.DayOfWeek) % 7);
        var start = Midnight(saturday, zone).AddTicks(-1);
        return (start > now ? start : now, Midnight(saturday.AddDays(9), zone));
    }

    /// <summary>Where a post's share of the stretch begins.</summary>
    public static DateTimeOffset Share(DateTimeOffset from, DateTimeOffset to, int place, int count) => from + ((to - from) / count * place);

    private static DateTimeOffset Midnight(DateOnly day, string zone) =>
        Zones.Resolve(day.ToDateTime(TimeOnly.MinValue), zone, GapPolicy.GapEnd).Instant;
}
