using Comms.Core.Planning;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Comms.Core.ICalendar;

/// <summary>Writes a feed (RFC 5545) to which calendar programs subscribe. The same entries and stamp give the same bytes. Thread-safe.</summary>
public static class CalendarWriter
{
    private const string Product = "-//Comms.Core//Plan//EN";

    /// <summary>Writes the posts of a plan. What was let go is left out.</summary>
    /// <param name="name">What the calendar is called, as readers show it.</param>
    /// <param name="items">The posts.</param>
    /// <param name="stamp">When the feed is written, which every entry must say.</param>
    public static string Write(string name, IEnumerable<PlannedItem> items, DateTimeOffset stamp)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Write(name, items.Where(item => item.Stands).Select(Entry), stamp);
    }

    /// <summary>Writes entries, in order of time. Times are written in UTC, which every reader knows.</summary>
    /// <param name="name">What the calendar is called, as readers show it.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="stamp">When the feed is written, which every entry must say.</param>
    public static string Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset stamp)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(entries);
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var entry in entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.Id, StringComparer.Ordinal))
        {
            calendar.Events.Add(Event(entry, stamp));
        }

        return ContentLines.Fold(new CalendarSerializer(calendar).SerializeToString()
            ?? throw new InvalidOperationException("A calendar that was composed here is always written."));
    }

    private static CalendarEntry Entry(PlannedItem item) => new()
    {
        Id = $"{item.Id}@comms-core",
        Start = item.At,
        Title = item.Title,
        Description = item.Reason is { } reason ? $"{item.Step}: {reason}" : item.Step.ToString(),
        Categories = item.Accounts,
    };

    private static CalendarEvent Event(CalendarEntry entry, DateTimeOffset stamp)
    {
        var written = new CalendarEvent
        {
            Uid = entry.Id,
            DtStamp = Utc(stamp),
            Summary = entry.Title,
            Description = entry.Description,
            Start = entry.IsAllDay ? new CalDateTime(DateOnly.FromDateTime(entry.Start.DateTime)) : Utc(entry.Start),
            Duration = entry.IsAllDay
                ? Duration.FromDays(Math.Max(1, (int)Math.Round(entry.Duration.TotalDays)))
                : Duration.FromSeconds((int)entry.Duration.TotalSeconds),
        };
        foreach (var category in entry.Categories)
        {
            written.Categories.Add(category);
        }

        return written;
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime, CalDateTime.UtcTzId, hasTime: true);
}
