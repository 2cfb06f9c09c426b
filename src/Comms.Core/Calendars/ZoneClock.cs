using NodaTime;
using NodaTime.TimeZones;

namespace Comms.Core.Calendars;

/// <summary>
/// One zone's wall clock for hot paths. Where the clocks do not change within a day and a half, the answer follows from
/// one offset and nothing is allocated; elsewhere Noda Time maps the time. A skipped time gives the gap's end and a
/// doubled one the first, so that later wall times never give earlier instants. Thread-safe.
/// </summary>
internal sealed class ZoneClock(DateTimeZone zone)
{
    // Offsets lie within 18 hours of UTC; anything further from a change than twice that cannot be touched by it.
    private static readonly Duration Near = Duration.FromHours(36);
    private static readonly ZoneLocalMappingResolver InOrder =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The ticks of UTC, counted as <see cref="DateTime.Ticks"/>, at which the wall clock shows a time.</summary>
    public long ToUtcTicks(DateTime local)
    {
        var guess = Instant.FromDateTimeUtc(DateTime.SpecifyKind(local, DateTimeKind.Utc));
        var around = zone.GetZoneInterval(guess);
        return IsCalm(around, guess)
            ? local.Ticks - around.WallOffset.Ticks
            : zone.ResolveLocal(LocalDateTime.FromDateTime(local), InOrder).ToInstant().ToDateTimeUtc().Ticks;
    }

    /// <summary>The wall clock's time at ticks of UTC.</summary>
    public DateTime ToLocal(long utcTicks)
    {
        var instant = Instant.FromDateTimeUtc(new DateTime(utcTicks, DateTimeKind.Utc));
        return new DateTime(utcTicks + zone.GetUtcOffset(instant).Ticks);
    }

    /// <summary>Whether the clocks change within a day and a half of a wall time.</summary>
    public bool ChangesNear(DateTime local)
    {
        var guess = Instant.FromDateTimeUtc(DateTime.SpecifyKind(local, DateTimeKind.Utc));
        return !IsCalm(zone.GetZoneInterval(guess), guess);
    }

    private static bool IsCalm(ZoneInterval around, Instant guess) =>
        (!around.HasStart || guess - around.Start > Near) && (!around.HasEnd || around.End - guess > Near);
}
