using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>The times of day at which the team likes to post, in its own zone. Immutable.</summary>
public sealed record SlotGrid
{
    /// <summary>How many days ahead a free slot is looked for.</summary>
    public const int Horizon = 366;

    /// <summary>The times of day, in any order; at least one. Default: 09:00, 12:30 and 17:00.</summary>
    public IReadOnlyList<TimeOnly> Times { get; init; } = [new(9, 0), new(12, 30), new(17, 0)];

    /// <summary>Finds the first slot after an instant that is not taken; null when none is free within <see cref="Horizon"/> days.</summary>
    /// <param name="after">Slots at or before this instant are past.</param>
    /// <param name="zone">The team's zone.</param>
    /// <param name="taken">Instants at which something is planned already.</param>
    public PlannedTime? Next(DateTimeOffset after, string zone, IReadOnlyCollection<DateTimeOffset> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var used = taken.Select(instant => instant.UtcTicks).ToHashSet();
        var first = DateOnly.FromDateTime(Zones.ToLocal(after, zone).DateTime);
        return Enumerable.Range(0, Horizon)
            .SelectMany(day => Times.Order().Select(time => Zones.Resolve(first.AddDays(day).ToDateTime(time), zone)))
            .FirstOrDefault(slot => slot.Instant > after && !used.Contains(slot.Instant.UtcTicks));
    }
}
