namespace Comms.Core.ICalendar;

/// <summary>One event of a calendar.</summary>
public sealed record CalendarEntry
{
    /// <summary>Its name in the calendar, the same each time it is written. One event of a series carries its start after a slash.</summary>
    public required string Id { get; init; }

    /// <summary>When it begins. Of an event that lasts whole days, the start of the first in the zone that was asked for.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it lasts; not negative. Default: 15 minutes, so that a post can be seen in a calendar.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>More about it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Words by which it can be found, as its accounts. Default: none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether it lasts whole days. Default: false.</summary>
    public bool IsAllDay { get; init; }
}
