namespace Comms.Core.Insights.Reading;

/// <summary>The periods of a request: whole ones, the last of which has ended.</summary>
internal static class Spans
{
    private const int DaysOfWeek = 7;

    private static readonly Comparer<InsightSpan> ByFirst = Comparer<InsightSpan>.Create((one, other) => one.First.CompareTo(other.First));

    public static InsightSpan[] Of(InsightRequest request)
    {
        var spans = new InsightSpan[request.Periods];
        var last = LastEnded(request.Period, request.LastDay);
        for (var at = spans.Length - 1; at >= 0; at--)
        {
            spans[at] = new InsightSpan(FirstOf(request.Period, last), last);
            last = spans[at].First.AddDays(-1);
        }

        return spans;
    }

    /// <summary>The index of the period that holds a day; below 0 when none does.</summary>
    public static int IndexOf(InsightSpan[] spans, DateOnly day)
    {
        if (day < spans[0].First || day > spans[^1].Last)
        {
            return -1;
        }

        var at = Array.BinarySearch(spans, new InsightSpan(day, day), ByFirst);
        return at >= 0 ? at : ~at - 1;
    }

    private static DateOnly LastEnded(InsightPeriod period, DateOnly day) => period switch
    {
        InsightPeriod.Day => day,
        InsightPeriod.Week => day.AddDays(-(int)day.DayOfWeek),
        _ => day.AddDays(1).Day == 1 ? day : day.AddDays(-day.Day),
    };

    private static DateOnly FirstOf(InsightPeriod period, DateOnly last) => period switch
    {
        InsightPeriod.Day => last,
        InsightPeriod.Week => last.AddDays(1 - DaysOfWeek),
        _ => last.AddDays(1 - last.Day),
    };
}
