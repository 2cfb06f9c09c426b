using System.Globalization;
using Comms.Core.Calendars;
using Comms.Core.RoundUps;
using CommsDesk.Configuration;

namespace CommsDesk.Commands;

/// <summary>Days, weeks and months as people write them for the desk.</summary>
internal static class WeekArgument
{
    public static IsoWeek Read(string text) =>
        IsoWeek.TryParse(text, out var week) ? week : throw new ConfigException($"{text} is no week: write it as 2026-W48");

    /// <summary>The week of the clock, or one so many days from it.</summary>
    public static IsoWeek Of(Desk desk, int days = 0) => IsoWeek.Of(Today(desk).AddDays(days));

    /// <summary>The first instant of a day, where the desk is.</summary>
    public static DateTimeOffset Start(Desk desk, DateOnly day) => Zones.Resolve(day.ToDateTime(TimeOnly.MinValue), desk.Config.Zone).Instant;

    public static DateOnly Today(Desk desk) => Zones.DayOf(desk.Engine.Clock.GetUtcNow(), desk.Config.Zone);

    public static DateOnly Day(string text) =>
        TryDay(text, out var day) ? day : throw new ConfigException($"{text} is no day: write it as 2026-11-26");

    public static (DateOnly First, DateOnly Last) Month(string text)
    {
        if (!TryDay(text + "-01", out var first))
        {
            throw new ConfigException($"{text} is no month: write it as 2026-11");
        }

        return (first, first.AddMonths(1).AddDays(-1));
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
