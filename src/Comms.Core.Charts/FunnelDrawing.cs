using System.Globalization;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Funnels;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Comms.Core.Charts;

/// <summary>A funnel plot as a plot and in words.</summary>
internal sealed class FunnelDrawing(InsightReport report, InsightFunnel funnel)
{
    private const int Steps = 48;

    private readonly FunnelUnit[] _shown = [.. funnel.Plot.Units.Where(unit => unit.Share is { Of: > 0 } && unit.Limits is not null)];

    private string Title => $"Each {InsightWords.Cut(report.Request.By)}: {InsightWords.Subject(funnel.Subject)}, share of messages";

    public PlotModel Plot()
    {
        var model = Ink.Model(Title);
        model.Axes.Add(Ink.Axis(AxisPosition.Left, "Share of messages", value => InsightWords.Figure(ChartKind.P, value)));
        model.Axes.Add(Ink.Axis(AxisPosition.Bottom, "Messages", value => value.ToString("N0", CultureInfo.InvariantCulture)));
        var curve = Sizes().Select(funnel.Plot.LimitsAt).ToArray();
        model.Series.Add(Ink.Curve("all together", LineStyle.Solid, Ink.Text, Line(curve, _ => funnel.Plot.Centre)));
        model.Series.Add(Ink.Curve("95 % limits", LineStyle.Dash, Ink.Text, Line(curve, limits => limits.LowerWarning)));
        model.Series.Add(Ink.Curve(title: null, LineStyle.Dash, Ink.Text, Line(curve, limits => limits.UpperWarning)));
        model.Series.Add(Ink.Curve("99.8 % limits", LineStyle.Dot, Ink.Text, Line(curve, limits => limits.LowerAlarm)));
        model.Series.Add(Ink.Curve(title: null, LineStyle.Dot, Ink.Text, Line(curve, limits => limits.UpperAlarm)));
        model.Series.Add(Marks("as expected", 0));
        model.Series.Add(Marks("above", 1));
        model.Series.Add(Marks("below", -1));
        foreach (var unit in _shown.Where(unit => Side(unit) != 0))
        {
            model.Annotations.Add(Name(unit));
        }

        return model;
    }

    public ChartWords Words()
    {
        var differing = _shown.Where(unit => Side(unit) != 0).Select(unit => $"{unit.Name} is {InsightWords.Standing(unit.Standing)}").ToArray();
        return new ChartWords(
            Title,
            $"{_shown.Length.ToString(CultureInfo.InvariantCulture)} compared; all together {InsightWords.Figure(ChartKind.P, funnel.Plot.Centre)}. "
                + (differing.Length == 0 ? "None differs by more than chance explains." : string.Join("; ", differing) + "."),
            ["Name", "Messages", "Share", "Lower 95 % limit", "Upper 95 % limit", "Says"],
            [.. funnel.Plot.Units.Select(Row)]);
    }

    private static string[] Row(FunnelUnit unit) => unit is { Share: { Of: > 0 } share, Limits: { } limits }
        ?
        [
            unit.Name, share.Of.ToString("N0", CultureInfo.InvariantCulture), Percent(share.Value), Percent(limits.LowerWarning), Percent(limits.UpperWarning),
            InsightWords.Standing(unit.Standing),
        ]
        : [unit.Name, "not shown", "", "", "", ""];

    private static string Percent(double share) => InsightWords.Figure(ChartKind.P, share);

    private static int Side(FunnelUnit unit) => unit.Standing switch
    {
        FunnelStanding.Above or FunnelStanding.FarAbove => 1,
        FunnelStanding.Below or FunnelStanding.FarBelow => -1,
        _ => 0,
    };

    private static TextAnnotation Name(FunnelUnit unit) => new()
    {
        Text = AccessibleSvg.Plain(unit.Name),
        TextPosition = new DataPoint(unit.Share!.Value.Of, unit.Share.Value.Value),
        TextHorizontalAlignment = HorizontalAlignment.Center,
        TextVerticalAlignment = VerticalAlignment.Bottom,
        Offset = new ScreenVector(0, -7),
        StrokeThickness = 0,
    };

    private static IEnumerable<DataPoint> Line(FunnelLimits[] curve, Func<FunnelLimits, double> figure) =>
        curve.Select(limits => new DataPoint(limits.Of, figure(limits)));

    /// <summary>From the smallest to the largest, closer together where the curves are steep.</summary>
    private IEnumerable<long> Sizes()
    {
        var (least, most) = _shown.Length == 0 ? (1, 1) : (_shown.Min(unit => unit.Share!.Value.Of), _shown.Max(unit => unit.Share!.Value.Of));
        return Enumerable.Range(0, Steps + 1).Select(step => (long)Math.Round(least * Math.Pow((double)most / least, (double)step / Steps))).Distinct();
    }

    private ScatterSeries Marks(string title, int side) =>
        Ink.Marks(title, side, _shown.Where(unit => Side(unit) == side).Select(unit => ((double)unit.Share!.Value.Of, unit.Share.Value.Value)));
}
