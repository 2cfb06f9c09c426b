using Comms.Core.Calendars;

namespace Comms.Core.RoundUps;

/// <summary>Shows instants in one zone, by the time-zone data of Calendars.</summary>
internal sealed class ZoneClock
{
    private readonly string _zone;

    /// <exception cref="ArgumentException">The zone is not known.</exception>
    public ZoneClock(string zone) =>
        _zone = Zones.Exists(zone) ? zone : throw new ArgumentException($"There is no time zone {zone}.", nameof(zone));

    /// <summary>The day's first instant; where the clocks skip midnight, the end of the gap.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Zones.Resolve(day.ToDateTime(TimeOnly.MinValue), _zone, GapPolicy.GapEnd).Instant;

    public DateTimeOffset Show(DateTimeOffset at) => Zones.ToLocal(at, _zone);

    public DateOnly DayOf(DateTimeOffset at) => Zones.DayOf(at, _zone);
}
