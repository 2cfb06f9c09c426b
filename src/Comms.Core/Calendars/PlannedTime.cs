namespace Comms.Core.Calendars;

/// <summary>What to do with a local time that the clocks skip.</summary>
public enum GapPolicy
{
    /// <summary>Move it on by the length of the gap: 01:30 becomes 02:30.</summary>
    Later,

    /// <summary>Take the first instant after the gap: 01:30 becomes 02:00.</summary>
    GapEnd,
}

/// <summary>What to do with a local time that the clocks show twice.</summary>
public enum OverlapPolicy
{
    /// <summary>The first of the two.</summary>
    First,

    /// <summary>The second of the two.</summary>
    Second,
}

/// <summary>
/// A time as people planned it, and the instant it was resolved to. Both are kept, with the version of the time zone
/// data, so that a change of that data can be seen and never moves a post unnoticed.
/// </summary>
/// <param name="Local">The wall clock's time, of kind <see cref="DateTimeKind.Unspecified"/>.</param>
/// <param name="Zone">The zone's name in the tz database, as <c>Europe/London</c>.</param>
/// <param name="Gap">What was done if the clocks skip that time.</param>
/// <param name="Overlap">What was done if the clocks show that time twice.</param>
/// <param name="Instant">The instant, with the offset that then holds in the zone.</param>
/// <param name="TzdbVersion">The version of the tz database that resolved it.</param>
public sealed record PlannedTime(
    DateTime Local, string Zone, GapPolicy Gap, OverlapPolicy Overlap, DateTimeOffset Instant, string TzdbVersion)
{
    /// <summary>Whether an instant was wished for, which no change of the time zone data moves. Default: a wall time was.</summary>
    public bool IsInstant { get; init; }
}
