using Comms.Core.Calendars;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;
using Comms.Core.Triage;

namespace Comms.Core.Insights.Openings;

/// <summary>Counts what came since a channel opened, week by week, and keeps no message.</summary>
internal sealed class OpeningSurvey(OpeningRequest request)
{
    private const int DaysOfWeek = 7;
    private const string Complaint = "complaint";

    private readonly OpeningCounts[] _weeks =
        [.. Enumerable.Range(0, Math.Max(0, (request.LastDay.DayNumber - request.Opened.DayNumber + 1) / DaysOfWeek)).Select(_ => new OpeningCounts())];

    public void Add(TriagedMessage message)
    {
        var week = Zones.DayOf(message.At, request.Zone).DayNumber - request.Opened.DayNumber;
        if (week < 0 || week / DaysOfWeek >= _weeks.Length)
        {
            return;
        }

        var counts = _weeks[week / DaysOfWeek];
        var isComplaint = message.Findings.Kinds.Any(kind => kind.Name == Complaint);
        if (request.Sources.Contains(message.Source))
        {
            counts.Complaints += isComplaint ? 1 : 0;
            counts.Others += isComplaint ? 0 : 1;
            counts.Signposted += message.Findings.Signposts.Count > 0 ? 1 : 0;
        }

        counts.Everywhere += isComplaint ? 1 : 0;
        counts.ByTheirDoor += isComplaint && request.Doors.Contains(message.Source) ? 1 : 0;
    }

    public OpeningReport Make()
    {
        OpeningPart[] parts = [.. Parts().Select(part => new OpeningPart(_weeks[part], request.FewestShown))];
        var weeks = parts.SelectMany(part => part.Weeks())
            .Select((week, at) => new OpeningWeek(SpanOf(at), week.Complaints, week.Others));
        return parts is [var start, .., var latest] && _weeks.Length >= 2 * request.Weeks
            ? new OpeningReport(request, [.. weeks])
            {
                Complaints = start.ComplaintsAreShown && latest.ComplaintsAreShown ? OfRates(start, latest) : null,
                Signposted = OfShares(start, latest, part => part.Signposted),
                ByTheirDoor = request.Doors.Count == 0 ? null : OfShares(start, latest, part => part.ByTheirDoor),
            }
            : new OpeningReport(request, [.. weeks]);
    }

    /// <summary>The start, what lies between, and the latest weeks: the sums of each are told, so that each hides its own small numbers.</summary>
    private IEnumerable<Range> Parts()
    {
        Range[] parts = _weeks.Length < 2 * request.Weeks ? [Range.All] : [0..request.Weeks, request.Weeks..^request.Weeks, ^request.Weeks..^0];
        return parts.Where(part => part.GetOffsetAndLength(_weeks.Length).Length > 0);
    }

    private InsightSpan SpanOf(int week)
    {
        var first = request.Opened.AddDays(DaysOfWeek * week);
        return new InsightSpan(first, first.AddDays(DaysOfWeek - 1));
    }

    private static RateChange OfRates(OpeningPart start, OpeningPart latest)
    {
        var (low, high) = Differences.OfRates(start.Complaints, latest.Complaints);
        return new RateChange(start.Complaints.Average(), latest.Complaints.Average(), low, high);
    }

    private static ShareChange? OfShares(OpeningPart start, OpeningPart latest, Func<OpeningPart, Proportion?> which)
    {
        if (which(start) is not { } before || which(latest) is not { } after)
        {
            return null;
        }

        var (low, high) = Differences.OfShares(before, after);
        return new ShareChange(before, after, low, high);
    }
}

/// <summary>What came in one week.</summary>
internal sealed class OpeningCounts
{
    public long Complaints { get; set; }

    public long Others { get; set; }

    public long Signposted { get; set; }

    public long Everywhere { get; set; }

    public long ByTheirDoor { get; set; }
}
