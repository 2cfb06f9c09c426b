using System.Globalization;
using Comms.Core.Approval;
using Comms.Core.Calendars;
using Comms.Core.Text;

namespace Comms.Core.Scheduling;

/// <summary>Everything that can stand against a post's time, looked at together so that every reason is named at once. Pure.</summary>
internal sealed class TimingCheck(SchedulingRules rules, string zone)
{
    public IEnumerable<string> Against(ApprovedPost post, PlannedTime when, ScheduleRequest request, DateTimeOffset now)
    {
        if (when.Instant < now)
        {
            yield return $"{Show(when.Instant)} has passed";
        }

        if (request.Embargo is { } embargo && when.Instant < embargo)
        {
            yield return $"{Show(when.Instant)} is before the embargo ends at {Show(embargo)}";
        }

        foreach (var reason in AgainstEmbargo(post, when.Instant))
        {
            yield return reason;
        }

        if (request.Purpose == PostPurpose.Safety || request.Crisis)
        {
            yield break;
        }

        if (rules.Quiet is { } quiet && quiet.Holds(TimeOnly.FromDateTime(Zones.ToLocal(when.Instant, zone).DateTime)))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{Show(when.Instant)} lies in the quiet hours from {quiet.From:HH:mm} to {quiet.To:HH:mm}");
        }

        foreach (var reason in Beside(post, when.Instant, request.Plan))
        {
            yield return reason;
        }
    }

    /// <summary>What the author set and the approval bound: no purpose goes before it, a crisis neither.</summary>
    private IEnumerable<string> AgainstEmbargo(ApprovedPost post, DateTimeOffset at)
    {
        if (post.NotBefore is { } end && at < end)
        {
            yield return $"{Show(at)} is before the embargo of the post ends at {Show(end)}";
        }

        if (post.NotAfter is { } over && at >= over)
        {
            yield return $"the post is not to be sent any more from {Show(over)} on";
        }
    }

    private IEnumerable<string> Beside(ApprovedPost post, DateTimeOffset at, IReadOnlyCollection<PlannedPost> plan)
    {
        foreach (var account in post.Renditions.Where(rendition => rendition.Part == 0))
        {
            var own = plan.Where(planned => planned.Account == account.Account).ToArray();
            if (own.FirstOrDefault(planned => (planned.At - at).Duration() < rules.LeastApart) is { } near)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{account.Account}: it is less than {rules.LeastApart.TotalMinutes:0} minutes from the post of {Show(near.At)}");
            }

            if (own.FirstOrDefault(planned => (planned.At - at).Duration() <= rules.NoRepeatWithin && Repeats(planned.Text, account.Text)) is { } same)
            {
                yield return $"{account.Account}: it says nearly the same as the post of {Show(same.At)}";
            }
        }
    }

    private bool Repeats(string said, string words) =>
        rules.NoRepeatWithin > TimeSpan.Zero && said.Length > 0 && NearDuplicates.Fold([said, words]) is [0, 0];

    private string Show(DateTimeOffset instant) => Zones.ToLocal(instant, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
