using Comms.Core.Calendars;

namespace Comms.Core.Scheduling;

/// <summary>What was decided about a post beside its time.</summary>
internal sealed record PostMarks(
    PostPurpose Purpose = PostPurpose.Ordinary, bool Crisis = false, string? HeldBy = null, string? Exemption = null)
{
    public static PostMarks Of(ScheduleRequest request, PeriodVerdict verdict) =>
        new(request.Purpose, request.Crisis, verdict.HeldBy, verdict.Exemption);
}
