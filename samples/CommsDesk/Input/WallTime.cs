using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.Scheduling;

namespace CommsDesk.Input;

/// <summary>Reads a time: local to the zone unless it carries an offset.</summary>
internal static class WallTime
{
    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
    ];

    /// <exception cref="FormatException">It is no time.</exception>
    public static ScheduleRequest Parse(string text)
    {
        if (DateTime.TryParseExact(text, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return new ScheduleRequest { Local = local };
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) && HasOffset(text)
            ? new ScheduleRequest { Instant = instant }
            : throw new FormatException($"\"at\" is a time such as 2026-11-23T09:00, not {text}");
    }

    /// <summary>The instant of a time that was read, in a zone when it carries no offset.</summary>
    /// <exception cref="FormatException">It is no time.</exception>
    public static DateTimeOffset Instant(string text, string zone)
    {
        var time = Parse(text);
        return time.Instant ?? Zones.Resolve(time.Local!.Value, zone).Instant;
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
