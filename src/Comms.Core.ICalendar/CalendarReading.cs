namespace Comms.Core.ICalendar;

/// <summary>What came of reading a calendar. Immutable.</summary>
public sealed class CalendarReading
{
    internal CalendarReading(IReadOnlyList<CalendarEntry> entries, IReadOnlyList<string> faults)
    {
        Entries = entries;
        Faults = faults;
    }

    /// <summary>The entries, in order of time.</summary>
    public IReadOnlyList<CalendarEntry> Entries { get; }

    /// <summary>What was set aside, and why; empty when all was read.</summary>
    public IReadOnlyList<string> Faults { get; }
}
