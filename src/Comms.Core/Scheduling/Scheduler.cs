using System.Globalization;
using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Governance;

namespace Comms.Core.Scheduling;

/// <summary>
/// Gives an approved post its time: the control of publishing, apart from the control of what is said. A pure function
/// of the wish and the clock. Thread-safe.
/// </summary>
public sealed class Scheduler
{
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly SlotGrid _slots;

    internal Scheduler(IAuthorizer authorizer, TimeProvider clock, string zone, SlotGrid slots)
    {
        _authorizer = authorizer;
        _clock = clock;
        _slots = slots;
        Zone = zone;
    }

    /// <summary>The team's zone.</summary>
    public string Zone { get; }

    /// <summary>Gives the post its time.</summary>
    /// <param name="post">What was approved.</param>
    /// <param name="request">When it is to go out.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    public ScheduleResult Schedule(ApprovedPost post, ScheduleRequest request, Actor publisher)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(publisher);
        var now = _clock.GetUtcNow();
        var when = Resolve(request, now);
        var reasons = new List<string>();
        if (!_authorizer.May(publisher, Permission.Publish))
        {
            reasons.Add($"{publisher.Id} may not publish");
        }

        if (when is null)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"no slot is free within {SlotGrid.Horizon} days"));
        }
        else
        {
            reasons.AddRange(Untimely(when, request, now));
        }

        return reasons.Count > 0
            ? new ScheduleResult.Refused(reasons)
            : new ScheduleResult.Scheduled(new ScheduledPost(post, when!, request.Lateness, publisher));
    }

    private static IEnumerable<string> Untimely(PlannedTime when, ScheduleRequest request, DateTimeOffset now)
    {
        if (when.Instant < now)
        {
            yield return $"{Show(when.Instant)} has passed";
        }

        if (request.Embargo is { } embargo && when.Instant < embargo)
        {
            yield return $"{Show(when.Instant)} is before the embargo ends at {Show(embargo)}";
        }
    }

    private PlannedTime? Resolve(ScheduleRequest request, DateTimeOffset now)
    {
        if (request.Instant is { } instant)
        {
            return Zones.At(instant, Zone);
        }

        var earliest = request.Embargo is { } embargo && embargo > now ? embargo : now;
        return request.Local is { } local ? Zones.Resolve(local, Zone) : _slots.Next(earliest, Zone, request.Taken);
    }

    private static string Show(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
