using System.Globalization;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;

namespace Comms.Core.Insights.Reporting;

/// <summary>
/// The points of all charts as rows of text, for CSV or a spreadsheet: a row for each period of each chart, and of what is
/// counted and not charted. Figures in the invariant culture, an empty cell where there is none or where it is too small to
/// be shown. The writer escapes cells.
/// </summary>
public static class InsightTable
{
    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["unit", "subject", "name", "chart", "first", "last", "count", "of", "value", "centre", "lower", "upper", "variation", "rules"];

    /// <summary>The rows, in the order of the report's series.</summary>
    /// <param name="report">What was found.</param>
    public static IEnumerable<IReadOnlyList<string>> Rows(InsightReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
            from series in report.Series
            from chart in series.Charts.DefaultIfEmpty()
            from at in Enumerable.Range(0, report.Spans.Count)
            select Row(report, series, chart, at);
    }

    private static string[] Row(InsightReport report, InsightSeries series, ControlChart? chart, int at)
    {
        var point = chart?.Points[at];
        return
        [
            InsightWords.Unit(series.Unit),
            JsonWords.Lower(series.Subject.Kind),
            series.Subject.Name,
            chart is null ? "" : JsonWords.Lower(chart.Kind),
            JsonWords.Day(report.Spans[at].First),
            JsonWords.Day(report.Spans[at].Last),
            series.Counts[at]?.ToString(CultureInfo.InvariantCulture) ?? "",
            series.Of[at]?.ToString(CultureInfo.InvariantCulture) ?? "",
            Figure(point?.Value),
            Figure(point?.Centre),
            Figure(point?.Lower),
            Figure(point?.Upper),
            point is null ? "" : JsonWords.Lower(point.Variation),
            string.Join(' ', (chart?.Signals ?? []).Where(signal => signal.First <= at && at <= signal.Last).Select(signal => JsonWords.Rule(signal.Rule)).Distinct()),
        ];
    }

    private static string Figure(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
