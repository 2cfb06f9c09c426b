using Comms.Core.Documents;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using Comms.Core.Insights.Reading;
using Comms.Core.Text;

namespace Comms.Core.Insights.Reporting;

/// <summary>Shows what changed as a document: new signals first, then the last period against the usual, then the units compared.</summary>
public static class InsightPage
{
    private const int MostNamed = 3;
    private const int MostSignals = 20;

    /// <summary>The report as tables and sentences.</summary>
    /// <param name="report">What was found.</param>
    public static Document ToDocument(InsightReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Document
        {
            Title = report.Spans is [var first, .., var last] ? "What changed, " + Wording.Period(first.First, last.Last) : "What changed",
            Series = "Insights",
            Blocks = report.Spans.Count == 0 ? [new Paragraph("No message came in that time.")] :
            [
                .. Opening(report),
                .. Signals(report, "New signals", signal => signal.Signal.Last == report.Spans.Count - 1),
                .. Signals(report, "Earlier signals", signal => signal.Signal.Last < report.Spans.Count - 1),
                .. Usual(report),
                .. report.Series.Any(series => series.Unit is not null) ? Compared(report) : [],
                .. Closing(report),
            ],
        };
    }

    private static IEnumerable<Block> Opening(InsightReport report)
    {
        var period = InsightWords.Period(report.Request.Period);
        var charts = report.Series.Sum(series => series.Charts.Count);
        yield return new Paragraph(
            $"{Wording.Count(report.Spans.Count, period)}, {Wording.Count(charts, "chart")}. A signal is what chance alone would seldom give. It asks a question and "
            + "answers none: read the messages before you act. Among many charts some signals come by chance.");
        if (!report.SaysWhatIsUsual)
        {
            yield return new Callout(
                $"Only {Wording.Count(report.Spans.Count, period)} {(report.Spans.Count == 1 ? "is" : "are")} known. It takes "
                + $"{ControlChart.FewestPoints} to say what is usual; until then nothing is called a change.");
        }
    }

    private static IEnumerable<Block> Signals(InsightReport report, string heading, Func<InsightSignal, bool> which)
    {
        InsightSignal[] signals = [.. report.Signals.Where(which)];
        if (!report.SaysWhatIsUsual)
        {
            yield break;
        }

        yield return new Heading(heading, 2);
        if (signals.Length == 0)
        {
            yield return new Paragraph("None.");
            yield break;
        }

        Column[] columns = [new("Who"), new("About"), new("Signal"), new("When"), new("Messages", Numeric: true)];
        yield return new Table("What chance alone would seldom give", columns, [.. signals.Take(MostSignals).Select(signal => Row(report, signal))]);
        InlineText[] named = [.. signals.Take(MostSignals).Where(signal => signal.Periods.Any(period => period.Messages.Count > 0)).Select(Named)];
        if (named.Length > 0)
        {
            yield return new ListBlock(named);
        }

        if (signals.Length > MostSignals)
        {
            yield return new Paragraph($"And {Wording.Number(signals.Length - MostSignals)} more, which the data forms tell.");
        }
    }

    private static string[] Row(InsightReport report, InsightSignal signal) =>
    [
        InsightWords.Unit(signal.Series.Unit),
        InsightWords.Subject(signal.Series.Subject) + (signal.Chart.Kind == ChartKind.P ? ", share" : ""),
        InsightWords.Rule(signal.Signal, report.Request.Period),
        Wording.Period(signal.Periods[0].Span.First, signal.Periods[^1].Span.Last),
        signal.Periods.All(period => period.Count is not null) ? Wording.Number(signal.Periods.Sum(period => period.Count!.Value)) : "not shown",
    ];

    /// <summary>Some of its messages by name, for who wants to read them.</summary>
    private static InlineText Named(InsightSignal signal) => InlineText.FromString(
        $"{InsightWords.Unit(signal.Series.Unit)}, {InsightWords.Subject(signal.Series.Subject)}, from {Wording.Day(signal.Periods[0].Span.First)}: messages "
        + Wording.List([.. signal.Periods.SelectMany(period => period.Messages).Take(MostNamed)]));

    /// <summary>The counts of the last period, each with the range that is usual for it.</summary>
    private static IEnumerable<Block> Usual(InsightReport report)
    {
        yield return new Heading($"The last {InsightWords.Period(report.Request.Period)} against the usual", 2);
        Column[] columns = [new("Who"), new("About"), new("Messages", Numeric: true), new("Usual", Numeric: true), new("Says")];
        yield return new Table(
            InsightWords.Span(report.Spans[^1]),
            columns,
            [
                .. report.Series.Where(series => series.Charts.Count > 0 && (series.Unit is null || series.Subject.Kind == SubjectKind.Messages))
                    .Select(series => Row(series, series.Charts[0].Points[^1])),
            ]);
    }

    private static string[] Row(InsightSeries series, ControlPoint point) =>
    [
        InsightWords.Unit(series.Unit),
        InsightWords.Subject(series.Subject),
        InsightWords.Figure(ChartKind.Xmr, point.Value),
        point.Limits is null ? "not known yet" : $"{InsightWords.Figure(ChartKind.Xmr, point.Lower)} to {InsightWords.Figure(ChartKind.Xmr, point.Upper)}",
        point.Limits is null || point.Value is null ? "" : InsightWords.Variation(point.Variation),
    ];

    private static IEnumerable<Block> Compared(InsightReport report)
    {
        var cut = InsightWords.Cut(report.Request.By);
        yield return new Heading($"Each {cut} against all", 2);
        InsightFunnel[] differing = [.. report.Funnels.Where(funnel => funnel.Plot.Units.Any(unit => unit.Standing != FunnelStanding.Within))];
        if (differing.Length == 0)
        {
            yield return new Paragraph($"No {cut} differs from all by more than chance explains.");
        }

        foreach (var funnel in differing)
        {
            Column[] columns = [new("Who"), new("Messages", Numeric: true), new("Share", Numeric: true), new("Expected", Numeric: true), new("Says")];
            yield return new Table(InsightWords.Subject(funnel.Subject) + ", as a share of messages", columns, [.. funnel.Plot.Units.Select(Row)]);
        }
    }

    private static string[] Row(FunnelUnit unit) => unit is { Share: { Of: > 0 } share, Limits: { } limits }
        ?
        [
            unit.Name, $"{Wording.Number(share.Count)} of {Wording.Number(share.Of)}", InsightWords.Percent(share.Value),
            $"{InsightWords.Percent(limits.LowerWarning)} to {InsightWords.Percent(limits.UpperWarning)}", InsightWords.Standing(unit.Standing),
        ]
        : [unit.Name, "not shown", "", "", ""];

    private static IEnumerable<Block> Closing(InsightReport report)
    {
        if (report.Request.FewestShown > 1)
        {
            yield return new Paragraph($"Counts from 1 to {report.Request.FewestShown - 1} are not shown, nor what would give them away.");
        }

        if (report.Series.Any(series => series.Charts.Count == 0))
        {
            yield return new Paragraph(
                $"What is told fewer than five times a {InsightWords.Period(report.Request.Period)} on average is counted and not charted: so few say more about chance than about change.");
        }

        if (report.UnitsLeftOut + report.ThemesLeftOut > 0)
        {
            yield return new Paragraph(
                $"Left out: {Wording.Count(report.ThemesLeftOut, "theme")} and {Wording.Count(report.UnitsLeftOut, InsightWords.Cut(report.Request.By))} with fewer messages.");
        }
    }
}
