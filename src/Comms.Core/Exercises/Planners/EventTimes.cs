using System.Globalization;
using System.Text.RegularExpressions;
using Comms.Core.Calendars;
using Comms.Core.Exercises.Scenarios;

namespace Comms.Core.Exercises.Planners;

/// <summary>Reads the times of a list as offsets from its start.</summary>
internal sealed partial class EventTimes(EventsListOptions options)
{
    /// <summary>The years in which spreadsheets keep a time of day that has no date.</summary>
    private const int NoDate = 1900;

    private static readonly string[] Clocks = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "HHmm"];
    private static readonly string[] Dates = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    private readonly DateTimeOffset _starts = Zones.Resolve(options.Starts, options.Zone).Instant;

    /// <summary>The offset; null when it is no time, or one before the start.</summary>
    /// <param name="time">As the list has it.</param>
    /// <param name="day">The number of the day, as a column of its own has it; null or blank for none.</param>
    public TimeSpan? Read(string time, string? day)
    {
        var offset = Offset(time.Trim(), day);
        return offset < TimeSpan.Zero ? null : offset;
    }

    private TimeSpan? Offset(string time, string? day)
    {
        if (FromStart().Match(time) is { Success: true } plus)
        {
            return new TimeSpan(Number(plus, "hours"), Number(plus, "minutes"), Number(plus, "seconds"));
        }

        if (time.StartsWith('P'))
        {
            return IsoDuration.Parse(time);
        }

        if (NumberedDay().Match(time) is { Success: true } numbered)
        {
            (day, time) = (numbered.Groups["day"].Value, numbered.Groups["time"].Value);
        }

        if (DateTime.TryParseExact(time, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > NoDate)
        {
            return Zones.Resolve(local, options.Zone).Instant - _starts;
        }

        var clock = local != default ? TimeOnly.FromDateTime(local)
            : TimeOnly.TryParseExact(time, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : (TimeOnly?)null;
        return clock is { } at && Day(day) is { } nth
            ? Zones.Resolve(options.Starts.Date.AddDays(nth - 1) + at.ToTimeSpan(), options.Zone).Instant - _starts
            : null;
    }

    /// <summary>The number of the day, from 1; null when it is none.</summary>
    private static int? Day(string? day) =>
        string.IsNullOrWhiteSpace(day) ? 1
        : int.TryParse(DayWord().Replace(day, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth is >= 1 and <= 366 ? nth
        : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^[A-Za-z]{0,8}\s*\+\s*(?<hours>\d{1,4}):(?<minutes>[0-5]\d)(:(?<seconds>[0-5]\d))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex FromStart();

    [GeneratedRegex(@"^day\s*(?<day>\d{1,3})[\s,]+(?<time>\S+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedDay();

    [GeneratedRegex(@"^\s*(day)?\s*|\s+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DayWord();
}
