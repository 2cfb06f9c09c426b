namespace Comms.Core.Calendars;

/// <summary>The hours in which nothing goes out, by the wall clock of the team's zone. They may pass midnight. Immutable.</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="To">The first minute that is no longer quiet; the same as <paramref name="From"/> for no quiet hours at all.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether a wall time is quiet.</summary>
    /// <param name="time">In the team's zone.</param>
    public bool Holds(TimeOnly time) => time.IsBetween(From, To);

    /// <summary>The instant itself when it is not quiet, else the end of the quiet hours.</summary>
    /// <param name="instant">Any instant.</param>
    /// <param name="zone">The team's zone.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public DateTimeOffset OnOrAfter(DateTimeOffset instant, string zone)
    {
        var local = Zones.ToLocal(instant, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        if (!Holds(time))
        {
            return instant;
        }

        var day = DateOnly.FromDateTime(local).AddDays(time < To ? 0 : 1);
        var end = Zones.Resolve(day.ToDateTime(To), zone, GapPolicy.GapEnd, OverlapPolicy.Second).Instant;
        return end > instant ? end : instant;
    }
}
