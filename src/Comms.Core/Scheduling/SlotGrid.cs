using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>The times of day at which the team likes to post, in its own zone. Immutable.</summary>
public sealed record SlotGrid
{
    /// <summary>How many days ahead a free slot is looked for when a post is scheduled.</summary>
    public const int Horizon = 366;

    /// <summary>The times of day, in any order; at least one. Default: 09:00, 12:30 and 17:00.</summary>
    public IReadOnlyList<TimeOnly> Times { get; init; } = [new(9, 0), new(12, 30), new(17, 0)];

    /// <summary>The days of the week that have slots; at least one. Default: all seven.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = Enum.GetValues<DayOfWeek>();

    /// <summary>The times that are not quiet, each once, in order.</summary>
    internal TimeOnly[] TimesOutside(QuietHours? quiet) => [.. Times.Where(time => quiet?.Holds(time) != true).Distinct().Order()];

    internal IEnumerable<string> Faults(string name, QuietHours? quiet)
    {
        if (Times.Count == 0)
        {
            yield return $"{name}.Times is empty";
        }
        else if (TimesOutside(quiet).Length == 0)
        {
            yield return $"{name}.Times lie in the quiet hours, all of them";
        }

        if (Days.Count == 0)
        {
            yield return $"{name}.Days is empty";
        }
    }
}
