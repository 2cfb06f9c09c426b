using System.Globalization;
using Comms.Core.Calendars;

namespace Comms.Core.Triage.Policies;

/// <summary>
/// Reckons by when the policy wants an answer to be in hand. An emergency ignores opening hours whatever the policy says;
/// the rest runs within them, on days that are no bank holiday of the nation. Without opening hours the desk is taken to
/// be staffed at all hours.
/// </summary>
internal sealed class ServiceClock(PolicyFile policy, BankHolidays holidays, string nation, string zone)
{
    private const int FurthestDays = 4000;

    private readonly Dictionary<string, PolicyFileServiceLevel> _levels =
        (policy.ServiceLevels ?? []).DistinctBy(level => level.Urgency).ToDictionary(level => level.Urgency, StringComparer.Ordinal);

    private readonly OpeningHours _hours = OpeningHours.Of(policy.OpeningHours);

    /// <param name="urgency">How soon someone must act.</param>
    /// <param name="at">When the message was written.</param>
    public ServiceLevel? Of(Urgency urgency, DateTimeOffset at)
    {
        if (!_levels.TryGetValue(urgency.ToString().ToLowerInvariant(), out var level))
        {
            return null;
        }

        var span = TimeSpan.FromMinutes((level.Minutes ?? 0) + (60.0 * (level.Hours ?? 0)));
        var anyHour = urgency == Urgency.Emergency || level.IgnoresOpeningHours || policy.OpeningHours is null;
        var due = level.WorkingDays is { } days ? EndOf(WorkingDay(at, days))
            : anyHour ? at + span
            : WithinHours(at, span);
        return new ServiceLevel(Zones.ToLocal(due, zone), Words(level, anyHour));
    }

    private static string Words(PolicyFileServiceLevel level, bool anyHour) => level switch
    {
        { WorkingDays: { } days } => string.Create(CultureInfo.InvariantCulture, $"{level.Urgency}: {days} working day{(days == 1 ? "" : "s")}"),
        { Hours: { } hours } => string.Create(CultureInfo.InvariantCulture, $"{level.Urgency}: {hours} hour{(hours == 1 ? "" : "s")}, {Where(anyHour)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{level.Urgency}: {level.Minutes} minutes, {Where(anyHour)}"),
    };

    private static string Where(bool anyHour) => anyHour ? "at any hour" : "within opening hours";

    private DateOnly DayOf(DateTimeOffset at) => Zones.DayOf(at, zone);

    /// <summary>The day of receipt is not counted.</summary>
    private DateOnly WorkingDay(DateTimeOffset at, int count)
    {
        var day = DayOf(at);
        for (var step = 0; count > 0 && step < FurthestDays; step++)
        {
            day = day.AddDays(1);
            count -= IsOpen(day) ? 1 : 0;
        }

        return day;
    }

    private DateTimeOffset WithinHours(DateTimeOffset at, TimeSpan left)
    {
        var day = DayOf(at);
        for (var step = 0; step < FurthestDays; step++, day = day.AddDays(1))
        {
            var (opens, closes) = (StartOf(day), EndOf(day));
            var from = at > opens ? at : opens;
            if (!IsOpen(day) || from >= closes)
            {
                continue;
            }

            if (left <= closes - from)
            {
                return from + left;
            }

            left -= closes - from;
        }

        return EndOf(day);
    }

    private bool IsOpen(DateOnly day) => _hours.Days.Contains(day.DayOfWeek) && !holidays.Holds(day, nation);

    private DateTimeOffset StartOf(DateOnly day) => Zones.Resolve(day.ToDateTime(_hours.From), zone).Instant;

    /// <summary>When the desk closes; at midnight when it does not.</summary>
    private DateTimeOffset EndOf(DateOnly day) => Zones.Resolve(
        _hours.To == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(_hours.To) : day.ToDateTime(_hours.To), zone).Instant;
}
