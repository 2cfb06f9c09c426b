using System.Globalization;

namespace Comms.Core.Triage.Policies;

/// <summary>When the desk is staffed. Without any in the policy: on working days, all day.</summary>
internal sealed record OpeningHours(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    private static readonly string[] Names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly OpeningHours AllDay = new(
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
        TimeOnly.MinValue,
        TimeOnly.MinValue);

    public static bool IsDay(string name) => Names.Contains(name, StringComparer.Ordinal);

    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public static OpeningHours Of(PolicyFileHours? file) => file is null
        ? AllDay
        : new OpeningHours(
            file.Days.Select(day => (DayOfWeek)Array.IndexOf(Names, day)).ToHashSet(),
            TimeOnly.ParseExact(file.From, "HH:mm", CultureInfo.InvariantCulture),
            TimeOnly.ParseExact(file.To, "HH:mm", CultureInfo.InvariantCulture));
}
