using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>When a post is to go out.</summary>
public sealed record ScheduleRequest
{
    /// <summary>A wall time in the team's zone; null for the next free slot. Ignored when <see cref="Instant"/> is given.</summary>
    public DateTime? Local { get; init; }

    /// <summary>What to do where the clocks skip <see cref="Local"/>. Default: move on by the gap.</summary>
    public GapPolicy Gap { get; init; } = GapPolicy.Later;

    /// <summary>What to do where the clocks show <see cref="Local"/> twice. Default: the first.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.First;

    /// <summary>An instant, when the wish carried an offset; null otherwise.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>It must not go out before then; null for no embargo.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>What becomes of it if it is late. Default: <see cref="Lateness.Default"/>.</summary>
    public Lateness Lateness { get; init; } = Lateness.Default;

    /// <summary>What it is for, which decides whether it waits in a sensitive period. Default: ordinary.</summary>
    public PostPurpose Purpose { get; init; } = PostPurpose.Ordinary;

    /// <summary>Whether it belongs to the crisis: no hold stops it, and it waits for no pace. Default: no.</summary>
    public bool Crisis { get; init; }

    /// <summary>What is planned already, for the next free slot, the gap between posts and near-duplicates. Default: nothing.</summary>
    public IReadOnlyCollection<PlannedPost> Plan { get; init; } = [];
}
