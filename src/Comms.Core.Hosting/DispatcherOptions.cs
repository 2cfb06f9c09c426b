namespace Comms.Core.Hosting;

/// <summary>How often the engine is woken.</summary>
public sealed record DispatcherOptions
{
    /// <summary>
    /// The longest pause after a run that found nothing to do; 10 milliseconds to 1 hour. A post is taken up when it falls due, since
    /// the ledger tells when that is; where it gives no such hints, within this pause. Default: 1 second.
    /// </summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause after a run that failed, as when the ledger's server starts again; 10 milliseconds to 1 hour. Default: 5 seconds.</summary>
    public TimeSpan AfterFault { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>So long may no run have ended well before the host counts as unhealthy; 1 second to 1 day. Default: 2 minutes.</summary>
    public TimeSpan UnhealthyAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A delivery that has been due for longer without being taken up makes the host count as degraded; 1 second to 1 day.
    /// Default: 1 minute.
    /// </summary>
    public TimeSpan DegradedAfter { get; init; } = TimeSpan.FromMinutes(1);

    internal void Check()
    {
        CheckPause(Every, nameof(Every));
        CheckPause(AfterFault, nameof(AfterFault));
        CheckPatience(UnhealthyAfter, nameof(UnhealthyAfter));
        CheckPatience(DegradedAfter, nameof(DegradedAfter));
    }

    private static void CheckPatience(TimeSpan patience, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, TimeSpan.FromSeconds(1), name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(patience, TimeSpan.FromDays(1), name);
    }

    private static void CheckPause(TimeSpan pause, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.FromMilliseconds(10), name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pause, TimeSpan.FromHours(1), name);
    }
}
