namespace Comms.Core.Scheduling;

/// <summary>When a post is to go out.</summary>
public sealed record ScheduleRequest
{
    /// <summary>A wall time in the team's zone; null for the next free slot. Ignored when <see cref="Instant"/> is given.</summary>
    public DateTime? Local { get; init; }

    /// <summary>An instant, when the wish carried an offset; null otherwise.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>It must not go out before then; null for no embargo.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>What becomes of it if it is late. Default: <see cref="Lateness.Default"/>.</summary>
    public Lateness Lateness { get; init; } = Lateness.Default;

    /// <summary>Slots that are taken already, for the next free one. Default: none.</summary>
    public IReadOnlyCollection<DateTimeOffset> Taken { get; init; } = [];
}
