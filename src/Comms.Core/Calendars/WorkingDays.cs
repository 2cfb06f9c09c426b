namespace Comms.Core.Calendars;

/// <summary>
/// Counts working days: no Saturday, no Sunday, no bank holiday of one nation or of any. Immutable and safe to share
/// between threads.
/// </summary>
public sealed class WorkingDays
{
    private const int FurthestDays = 4000;

    private readonly BankHolidays _holidays;
    private readonly string? _nation;

    private WorkingDays(BankHolidays holidays, string? nation)
    {
        _holidays = holidays;
        _nation = nation;
    }

    /// <summary>The working days of one nation.</summary>
    /// <param name="holidays">The dated data.</param>
    /// <param name="nation"><c>england</c>, <c>wales</c>, <c>scotland</c> or <c>northern-ireland</c>.</param>
    public static WorkingDays Of(BankHolidays holidays, string nation)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentException.ThrowIfNullOrEmpty(nation);
        return new WorkingDays(holidays, nation);
    }

    /// <summary>Days that are a bank holiday nowhere in the United Kingdom, as the Freedom of Information Act counts.</summary>
    /// <param name="holidays">The dated data.</param>
    public static WorkingDays OfWholeKingdom(BankHolidays holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        return new WorkingDays(holidays, null);
    }

    /// <summary>Whether people work on a day.</summary>
    /// <param name="day">Any day.</param>
    public bool Includes(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !(_nation is null ? _holidays.HoldsAnywhere(day) : _holidays.Holds(day, _nation));

    /// <summary>The working day that is so many after a day; that day itself is not counted.</summary>
    /// <param name="day">Any day, working or not.</param>
    /// <param name="count">From 0 to 1,000; 0 gives the day itself.</param>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1000);
        for (var step = 0; count > 0 && step < FurthestDays; step++)
        {
            day = day.AddDays(1);
            count -= Includes(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The day itself when people work on it, else the next on which they do.</summary>
    /// <param name="day">Any day.</param>
    public DateOnly OnOrAfter(DateOnly day) => Includes(day) ? day : After(day, 1);

    /// <summary>Whether the data cover every year from one day to another, so that no holiday can be missing.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public bool Cover(DateOnly from, DateOnly to) => from.Year >= _holidays.FirstYear && to.Year <= _holidays.LastYear;
}
