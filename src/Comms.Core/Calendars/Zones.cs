using NodaTime;
using NodaTime.TimeZones;

namespace Comms.Core.Calendars;

/// <summary>
/// Local times and instants, by the tz database that Noda Time carries. The framework's own test for skipped times is
/// wrong where summer time is the standard one (Dublin, Casablanca), so it is not used. Pure and thread-safe.
/// </summary>
public static class Zones
{
    /// <summary>The version of the tz database in use.</summary>
    public static string TzdbVersion { get; } = DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>Whether the tz database knows a zone.</summary>
    /// <param name="zone">As <c>Europe/London</c>.</param>
    public static bool Exists(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null;

    /// <exception cref="ArgumentException">The tz database knows no such zone.</exception>
    internal static void Check(string zone, string parameter)
    {
        if (!Exists(zone))
        {
            throw new ArgumentException($"There is no time zone {zone}.", parameter);
        }
    }

    /// <summary>Finds the instant of a local time.</summary>
    /// <param name="local">The wall clock's time; its kind is not looked at.</param>
    /// <param name="zone">The zone's name in the tz database.</param>
    /// <param name="gap">What to do if the clocks skip it. Default: move on by the gap.</param>
    /// <param name="overlap">What to do if the clocks show it twice. Default: the first.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static PlannedTime Resolve(
        DateTime local, string zone, GapPolicy gap = GapPolicy.Later, OverlapPolicy overlap = OverlapPolicy.First)
    {
        var resolver = Resolvers.CreateMappingResolver(
            overlap == OverlapPolicy.First ? Resolvers.ReturnEarlier : Resolvers.ReturnLater,
            gap == GapPolicy.Later ? Resolvers.ReturnForwardShifted : Resolvers.ReturnStartOfIntervalAfter);
        var resolved = Find(zone).ResolveLocal(LocalDateTime.FromDateTime(local), resolver);
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new PlannedTime(unspecified, zone, gap, overlap, resolved.ToDateTimeOffset(), TzdbVersion);
    }

    /// <summary>The wall clock's time at an instant, with the zone's offset.</summary>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static DateTimeOffset ToLocal(DateTimeOffset instant, string zone) =>
        Instant.FromDateTimeOffset(instant).InZone(Find(zone)).ToDateTimeOffset();

    /// <summary>The wall clock's day at an instant.</summary>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static DateOnly DayOf(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(ToLocal(instant, zone).DateTime);

    /// <summary>A planned time for an instant that was given as such.</summary>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    public static PlannedTime At(DateTimeOffset instant, string zone)
    {
        var local = ToLocal(instant, zone);
        return new PlannedTime(local.DateTime, zone, GapPolicy.Later, OverlapPolicy.First, local, TzdbVersion) { IsInstant = true };
    }

    /// <summary>
    /// Resolves a planned time by the tz database in use, which may be another than the one that resolved it first. A wall
    /// time keeps its wall time and may get another instant; a wished instant keeps its instant.
    /// </summary>
    /// <param name="planned">As it was resolved and kept.</param>
    /// <exception cref="ArgumentException">The tz database no longer has its zone.</exception>
    public static PlannedTime Again(PlannedTime planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned.IsInstant ? At(planned.Instant, planned.Zone) : Resolve(planned.Local, planned.Zone, planned.Gap, planned.Overlap);
    }

    /// <summary>The same zone as slots and recurrences use it, without making anything for each look.</summary>
    /// <exception cref="ArgumentException">The tz database has no such zone.</exception>
    internal static ZoneClock Clock(string zone) => new(Find(zone));

    private static DateTimeZone Find(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
        ?? throw new ArgumentException($"The tz database {TzdbVersion} has no zone '{zone}'.", nameof(zone));
}
