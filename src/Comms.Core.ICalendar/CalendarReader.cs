using System.Runtime.Serialization;
using Comms.Core.Calendars;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Comms.Core.ICalendar;

/// <summary>
/// Reads a calendar of others (RFC 5545). What repeats is unrolled, daily or less often: rules by the hour or minute go
/// wrong when clocks change, and are set aside. Wall times are resolved by the tz database of Comms.Core. Thread-safe.
/// </summary>
public static class CalendarReader
{
    /// <summary>The most entries that one rule gives; the rest is set aside, and said so.</summary>
    public const int MostOccurrences = 5_000;

    /// <summary>Reads the entries that begin within some time. What cannot be read is set aside, and the rest goes on.</summary>
    /// <param name="text">The calendar.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The instant after the last; later than <paramref name="from"/>.</param>
    /// <param name="zone">The zone of times that name none.</param>
    public static CalendarReading Read(string text, DateTimeOffset from, DateTimeOffset to, string zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, to);
        if (!Zones.Exists(zone))
        {
            throw new ArgumentException($"The tz database has no zone '{zone}'.", nameof(zone));
        }

        var (entries, faults) = (new List<CalendarEntry>(), new List<string>());
        foreach (var found in Events(text, faults))
        {
            try
            {
                entries.AddRange(Unroll(found, from, to, zone, faults));
            }
            catch (Exception fault) when (fault is ArgumentException or EvaluationException or InvalidOperationException or FormatException)
            {
                faults.Add($"{Name(found)}: {fault.Message}");
            }
        }

        return new CalendarReading([.. entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.Id, StringComparer.Ordinal)], faults);
    }

    private static List<CalendarEvent> Events(string text, List<string> faults)
    {
        try
        {
            var calendars = CalendarCollection.Load(text);
            if (calendars.Count == 0)
            {
                faults.Add("it holds no calendar");
            }

            return [.. calendars.SelectMany(calendar => calendar.Events)];
        }
        catch (Exception fault) when (fault is SerializationException or ArgumentException or FormatException or InvalidOperationException)
        {
            faults.Add($"it is not a calendar: {fault.Message}");
            return [];
        }
    }

    private static IEnumerable<CalendarEntry> Unroll(CalendarEvent found, DateTimeOffset from, DateTimeOffset to, string zone, List<string> faults)
    {
        if (found.Start is not { } start)
        {
            faults.Add($"{Name(found)}: it has no start");
            return [];
        }

        if (found.RecurrenceRule is { Frequency: FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly } rule)
        {
            faults.Add($"{Name(found)}: a rule by {rule.Frequency} is not read; daily and coarser ones are");
            return [];
        }

        var repeats = found.RecurrenceRule is not null;
        var all = found.GetOccurrences(start).Take(MostOccurrences + 1)
            .Select(occurrence => occurrence.Period.StartTime)
            .TakeWhile(at => Instant(at, zone) < to).ToArray();
        if (all.Length > MostOccurrences)
        {
            faults.Add($"{Name(found)}: only the first {MostOccurrences} of it are read");
        }

        return all.Take(MostOccurrences).Where(at => Instant(at, zone) >= from).Select(at => Entry(found, at, repeats, zone));
    }

    private static CalendarEntry Entry(CalendarEvent found, CalDateTime at, bool repeats, string zone)
    {
        var start = Instant(at, zone);
        return new CalendarEntry
        {
            Id = repeats ? $"{found.Uid}/{at.Value:yyyyMMdd'T'HHmmss}" : found.Uid ?? ContentName(found),
            Start = start,
            Duration = found.EffectiveDuration.ToTimeSpan(at),
            Title = found.Summary ?? "",
            Description = found.Description,
            Categories = [.. found.Categories],
            IsAllDay = !at.HasTime,
        };
    }

    private static DateTimeOffset Instant(CalDateTime at, string zone)
    {
        if (at.IsUtc)
        {
            return new DateTimeOffset(DateTime.SpecifyKind(at.Value, DateTimeKind.Utc));
        }

        var local = DateTime.SpecifyKind(at.Value, DateTimeKind.Unspecified);
        return Zones.Resolve(local, at.TzId is { } named && Zones.Exists(named) ? named : zone).Instant;
    }

    private static string ContentName(CalendarEvent found) => $"{found.Summary}/{found.Start!.Value:yyyyMMdd'T'HHmmss}";

    private static string Name(CalendarEvent found) => found.Summary ?? found.Uid ?? "an entry without a name";
}
