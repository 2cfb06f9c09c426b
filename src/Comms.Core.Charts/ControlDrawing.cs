using System.Globalization;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Comms.Core.Charts;

/// <summary>A control chart as a plot and in words.</summary>
internal sealed class ControlDrawing(InsightReport report, InsightSeries series, ControlChart chart)
{
    private const int MostLabels = 9;

    private string Title => SvgChart.TitleOf(series, chart);

    private bool HidesSome => series.Counts.Any(count => count is null);

    private string NotShown => string.Create(CultureInfo.InvariantCulture, $"Gaps are counts under {report.Request.FewestShown}, or what would give them away");

    public PlotModel Plot()
    {
        var model = Ink.Model(Title);
        model.Subtitle = HidesSome ? NotShown : null;
        model.Axes.Add(Ink.Axis(AxisPosition.Left, chart.Kind == ChartKind.P ? "Share of messages" : "Messages", value => InsightWords.Figure(chart.Kind, value)));
        var dates = Ink.Axis(AxisPosition.Bottom, $"{report.Request.Period} from", Date);
        dates.MajorStep = Math.Ceiling((double)chart.Points.Count / MostLabels);
        model.Axes.Add(dates);
        model.Series.Add(Ink.Curve(title: null, LineStyle.Solid, Ink.Line, Line(point => point.Value), 1));
        model.Series.Add(Ink.Curve("mean", LineStyle.Solid, Ink.Text, Line(point => point.Centre)));
        model.Series.Add(Ink.Curve("process limits", LineStyle.Dash, Ink.Text, Line(point => point.Lower)));
        model.Series.Add(Ink.Curve(title: null, LineStyle.Dash, Ink.Text, Line(point => point.Upper)));
        model.Series.Add(Marks(Variation.Common, 0));
        model.Series.Add(Marks(Variation.High, 1));
        model.Series.Add(Marks(Variation.Low, -1));
        return model;
    }

    public ChartWords Words() => new(
        Title,
        Description(),
        [report.Request.Period.ToString(), chart.Kind == ChartKind.P ? "Share" : "Messages", "Mean", "Lower limit", "Upper limit", "Says"],
        [.. chart.Points.Select(Row)]);

    private string Description()
    {
        var usual = chart.Points.LastOrDefault(point => point.Centre is not null);
        var mean = usual is null
            ? $"It takes {ControlChart.FewestPoints} to say what is usual."
            : $"The mean is {Figure(usual.Centre)}; the last limits are {Figure(usual.Lower)} and {Figure(usual.Upper)}.";
        var signals = chart.Signals.Select(signal =>
            $"{InsightWords.Rule(signal, report.Request.Period)}, {InsightWords.Span(new InsightSpan(report.Spans[signal.First].First, report.Spans[signal.Last].Last))}");
        return $"{chart.Points.Count.ToString(CultureInfo.InvariantCulture)} {InsightWords.Period(report.Request.Period)}s. {mean} "
            + (chart.Signals.Count == 0 ? "Nothing is singled out." : "Singled out: " + string.Join("; ", signals) + ".")
            + (HidesSome ? $" {NotShown}." : "");
    }

    private string[] Row(ControlPoint point, int at) =>
    [
        InsightWords.Span(report.Spans[at]),
        series.Counts[at] is null ? "not shown" : Figure(point.Value),
        Figure(point.Centre),
        Figure(point.Lower),
        Figure(point.Upper),
        point.Variation == Variation.Common ? "" : InsightWords.Variation(point.Variation),
    ];

    private string Figure(double? value) => InsightWords.Figure(chart.Kind, value, "none");

    private string Date(double at)
    {
        var index = (int)Math.Round(at);
        return index < 0 || index >= report.Spans.Count || Math.Abs(at - index) > 1e-9
            ? ""
            : report.Spans[index].First.ToString(report.Request.Period == InsightPeriod.Month ? "MMM yyyy" : "d MMM yy", CultureInfo.InvariantCulture);
    }

    private IEnumerable<DataPoint> Line(Func<ControlPoint, double?> figure) =>
        chart.Points.Select((point, at) => new DataPoint(at, figure(point) ?? double.NaN));

    private ScatterSeries Marks(Variation variation, int side) => Ink.Marks(
        InsightWords.Variation(variation), side, chart.Points.Index().Where(each => each.Item.Variation == variation && each.Item.Value is not null).Select(each => ((double)each.Index, each.Item.Value!.Value)));
}
