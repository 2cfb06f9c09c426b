using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>How often something comes again.</summary>
public enum Frequency
{
    /// <summary>Every so many days.</summary>
    Daily,

    /// <summary>Every so many weeks, on the weekday of the first day.</summary>
    Weekly,

    /// <summary>Every so many months, on the day of the first; in a shorter month on its last day.</summary>
    Monthly,
}

/// <summary>
/// A plan that comes again, anchored on its first day: when the last one really went out, or whether it did, moves
/// nothing. Immutable and thread-safe.
/// </summary>
public sealed record Recurrence
{
    /// <summary>The search begins two before; a zone's clocks have never been moved by more than a day.</summary>
    private const int MostLooks = 8;

    /// <summary>The day of the first, in the zone.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The wall time of each, in the zone.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>The zone's name in the tz database.</summary>
    public required string Zone { get; init; }

    /// <summary>How often. Default: weekly.</summary>
    public Frequency Frequency { get; init; } = Frequency.Weekly;

    /// <summary>Every so many of them. 1 or more. Default: 1.</summary>
    public int Every { get; init; } = 1;

    /// <summary>The last day on which one may fall; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What to do where the clocks skip the time. Default: move on by the gap.</summary>
    public GapPolicy Gap { get; init; } = GapPolicy.Later;

    /// <summary>What to do where the clocks show the time twice. Default: the first.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.First;

    /// <summary>
    /// The first occurrence after an instant; null when there is none. It is always later: where a whole day is skipped,
    /// the occurrences that fall on one instant are one.
    /// </summary>
    /// <param name="after">Occurrences at or before this instant are past.</param>
    /// <exception cref="ArgumentException">The tz database has no such zone, or <see cref="Every"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The next would not be later: the tz data cannot be right, and nothing is repeated.</exception>
    public PlannedTime? Next(DateTimeOffset after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Every, 1);
        var count = Math.Max(0, CountBefore(after));
        for (var last = count + MostLooks; count < last; count++)
        {
            if (Day(count) is not { } day)
            {
                return null;
            }

            var planned = Zones.Resolve(day.ToDateTime(Time), Zone, Gap, Overlap);
            if (planned.Instant > after)
            {
                return planned;
            }
        }

        throw new InvalidOperationException(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"No occurrence in {Zone} comes after {after:O}: nothing is repeated."));
    }

    /// <summary>The occurrences in a stretch of time, in order.</summary>
    /// <param name="from">The first instant that counts.</param>
    /// <param name="to">The first instant that no longer counts.</param>
    public IEnumerable<PlannedTime> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var next = Next(from - TimeSpan.FromTicks(1)); next is not null && next.Instant < to; next = Next(next.Instant))
        {
            yield return next;
        }
    }

    /// <summary>The day of the occurrence of a number, from 0; null when there is none.</summary>
    private DateOnly? Day(int count)
    {
        var step = (long)count * Every;
        var left = DateOnly.MaxValue.DayNumber - 1 - First.DayNumber;
        var days = Frequency switch { Frequency.Daily => step, Frequency.Weekly => step * 7, _ => step * 28 };
        if (days >= left)
        {
            return null;
        }

        var day = Frequency == Frequency.Monthly
            ? First.Month + step <= (10_000 - First.Year) * 12 ? First.AddMonths((int)step) : DateOnly.MaxValue
            : First.AddDays((int)days);
        return day <= (Until ?? DateOnly.MaxValue.AddDays(-2)) ? day : null;
    }

    /// <summary>A number whose occurrence surely is not later, found without walking.</summary>
    private int CountBefore(DateTimeOffset after)
    {
        var day = Zones.DayOf(after, Zone);
        var units = Frequency switch
        {
            Frequency.Daily => day.DayNumber - First.DayNumber,
            Frequency.Weekly => (day.DayNumber - First.DayNumber) / 7,
            _ => ((day.Year - First.Year) * 12) + day.Month - First.Month,
        };
        return (units / Every) - 2;
    }
}
