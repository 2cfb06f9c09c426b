namespace Comms.Core.Scheduling;

/// <summary>What became of a wish to schedule.</summary>
public abstract record ScheduleResult
{
    private ScheduleResult()
    {
    }

    /// <summary>It has its time. Hand it to Publishing.</summary>
    /// <param name="Post">The post with its time.</param>
    public sealed record Scheduled(ScheduledPost Post) : ScheduleResult;

    /// <summary>It was not scheduled.</summary>
    /// <param name="Reasons">Why, in words; every reason at once.</param>
    public sealed record Refused(IReadOnlyList<string> Reasons) : ScheduleResult;
}
