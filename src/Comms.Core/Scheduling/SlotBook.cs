using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>A slot: the wall time and its instant.</summary>
/// <param name="Local">The wall clock's time in the book's zone.</param>
/// <param name="Instant">Its instant, in UTC.</param>
public readonly record struct Slot(DateTime Local, DateTimeOffset Instant);

/// <summary>
/// One account's slots from a first day on, and which of them are taken. The next free one is found in logarithmic time
/// and without allocating, however full the plan is. A slot that the clocks skip is at the gap's end, and one that they
/// show twice at its first time. Not thread-safe.
/// </summary>
public sealed class SlotBook
{
    /// <summary>Two hundred years: the places of all slots stay within an int, and no plan reaches further.</summary>
    private const int MostDays = 73_000;

    private readonly ZoneClock _clock;
    private readonly TimeOnly[] _times;
    private readonly DayOfWeek[] _days;
    private readonly TimeSpan _apart;
    private readonly DateOnly _first;
    private readonly int _end;
    private readonly SlotBits _taken = new();
    private readonly Dictionary<int, int> _uses = [];

    /// <summary>A book in which every slot is free.</summary>
    /// <param name="grid">The slots of each day.</param>
    /// <param name="zone">The team's zone.</param>
    /// <param name="first">The first day that is looked at; earlier ones have no slots.</param>
    /// <param name="apart">How far from a planned instant a slot must be; zero for not the same. Default: zero.</param>
    /// <param name="quiet">Hours without slots; null for none.</param>
    /// <exception cref="ArgumentException">The grid has no slot at all, or the tz database has no such zone.</exception>
    public SlotBook(SlotGrid grid, string zone, DateOnly first, TimeSpan apart = default, QuietHours? quiet = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentOutOfRangeException.ThrowIfLessThan(apart, TimeSpan.Zero);
        if (grid.Faults("grid", quiet).FirstOrDefault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(grid));
        }

        _clock = Zones.Clock(zone);
        _times = grid.TimesOutside(quiet);
        _days = [.. WeekFrom(first.DayOfWeek).Where(grid.Days.Contains)];
        _apart = apart;
        _first = first;
        _end = Math.Min(first.DayNumber + MostDays, DateOnly.MaxValue.DayNumber - 7);
    }

    /// <summary>Something is planned for an instant: the slots at or too near to it are no longer free.</summary>
    /// <param name="instant">Any instant.</param>
    public void Take(DateTimeOffset instant) => Mark(instant, 1);

    /// <summary>What was planned for an instant no longer is. Each <see cref="Take"/> is given back once.</summary>
    /// <param name="instant">An instant that was taken.</param>
    public void Free(DateTimeOffset instant) => Mark(instant, -1);

    /// <summary>Finds the first free slot after an instant; null when there is none within 200 years of the first day.</summary>
    /// <param name="after">Slots at or before this instant are past.</param>
    public Slot? Next(DateTimeOffset after)
    {
        for (var slot = FirstAfter(_clock.ToLocal(after.UtcTicks)); ; slot++)
        {
            slot = _taken.NextFree(slot);
            if (DayOf(slot) >= _end)
            {
                return null;
            }

            var local = LocalOf(slot);
            var ticks = _clock.ToUtcTicks(local);
            if (ticks > after.UtcTicks)
            {
                return new Slot(local, new DateTimeOffset(ticks, TimeSpan.Zero));
            }
        }
    }

    private void Mark(DateTimeOffset instant, int change)
    {
        var local = _clock.ToLocal(instant.UtcTicks);
        // Where the clocks change, another wall time may be as near; elsewhere only those within the gap are looked at.
        var reach = _apart + (_clock.ChangesNear(local) ? TimeSpan.FromHours(36) : TimeSpan.Zero);
        for (var slot = FirstAfter(Earlier(local, reach + TimeSpan.FromTicks(1))); DayOf(slot) < _end && LocalOf(slot) <= local + reach; slot++)
        {
            var distance = Math.Abs(_clock.ToUtcTicks(LocalOf(slot)) - instant.UtcTicks);
            if (distance == 0 || distance < _apart.Ticks)
            {
                Use(slot, change);
            }
        }
    }

    private void Use(int slot, int change)
    {
        var uses = _uses.GetValueOrDefault(slot) + change;
        _uses[slot] = Math.Max(0, uses);
        _taken.Set(slot, uses > 0);
    }

    /// <summary>The first slot whose wall time is later.</summary>
    private int FirstAfter(DateTime local)
    {
        var day = DateOnly.FromDateTime(local).DayNumber - _first.DayNumber;
        if (day < 0)
        {
            return 0;
        }

        var (weeks, rest) = Math.DivRem(Math.Min(day, MostDays), 7);
        var weekday = (DayOfWeek)(((int)_first.DayOfWeek + rest) % 7);
        var before = 0;
        while (before < _days.Length && Rank(_days[before]) < rest)
        {
            before++;
        }

        var slot = ((weeks * _days.Length) + before) * _times.Length;
        var place = before < _days.Length && _days[before] == weekday ? Array.BinarySearch(_times, TimeOnly.FromDateTime(local)) : ~0;
        return slot + (place < 0 ? ~place : place + 1);
    }

    private DateTime LocalOf(int slot) =>
        DateOnly.FromDayNumber(DayOf(slot)).ToDateTime(_times[slot % _times.Length]);

    private int DayOf(int slot)
    {
        var (weeks, rest) = Math.DivRem(slot / _times.Length, _days.Length);
        return _first.DayNumber + (weeks * 7) + Rank(_days[rest]);
    }

    /// <summary>How many days after the first of a week, which begins with the book's first day.</summary>
    private int Rank(DayOfWeek day) => ((int)day - (int)_first.DayOfWeek + 7) % 7;

    private static DateTime Earlier(DateTime local, TimeSpan by) => local.Ticks > by.Ticks ? local - by : DateTime.MinValue;

    private static IEnumerable<DayOfWeek> WeekFrom(DayOfWeek first) => Enumerable.Range(0, 7).Select(step => (DayOfWeek)(((int)first + step) % 7));
}
