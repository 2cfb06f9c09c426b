namespace Comms.Core.Scheduling;

/// <summary>An approved post that may go out again and again.</summary>
public sealed record Evergreen
{
    /// <summary>The post's name.</summary>
    public required string Id { get; init; }

    /// <summary>When it is next planned, or was last out; null when it never was.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>How long it rests between two times. Not negative. Default: 60 days.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromDays(60);

    /// <summary>From then on a person must read it again before it goes out; null for never.</summary>
    public DateTimeOffset? ReviewBy { get; init; }
}

/// <summary>Gives empty slots to evergreens, the longest rested first. Pure and thread-safe.</summary>
public static class EvergreenRotation
{
    /// <summary>Fills slots in their order. An evergreen that has not rested, or that a person must read again, gets none.</summary>
    /// <param name="pool">The evergreens, in any order; the same ids always come in the same order.</param>
    /// <param name="slots">The empty slots, in order of time.</param>
    /// <returns>For each slot the evergreen's id, or null when none may have it.</returns>
    public static IReadOnlyList<string?> Fill(IReadOnlyCollection<Evergreen> pool, IReadOnlyList<DateTimeOffset> slots)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(slots);
        var last = pool.ToDictionary(evergreen => evergreen.Id, evergreen => evergreen.Last, StringComparer.Ordinal);
        var filled = new List<string?>(slots.Count);
        foreach (var slot in slots)
        {
            var next = pool
                .Where(evergreen => !(evergreen.ReviewBy <= slot) && !(last[evergreen.Id] + evergreen.Rest > slot))
                .OrderBy(evergreen => last[evergreen.Id] ?? DateTimeOffset.MinValue)
                .ThenBy(evergreen => evergreen.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            filled.Add(next?.Id);
            if (next is not null)
            {
                last[next.Id] = slot;
            }
        }

        return filled;
    }
}
