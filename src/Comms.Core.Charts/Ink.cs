using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Comms.Core.Charts;

/// <summary>The look that charts share. Every meaning has a shape or a dash of its own; the colours only repeat it.</summary>
internal static class Ink
{
    public static readonly OxyColor Text = OxyColor.FromRgb(0x21, 0x2b, 0x32);
    public static readonly OxyColor Line = OxyColor.FromRgb(0x76, 0x86, 0x92);
    public static readonly OxyColor High = OxyColor.FromRgb(0xb3, 0x4a, 0x00);
    public static readonly OxyColor Low = OxyColor.FromRgb(0x00, 0x5e, 0xb8);

    /// <summary>The one whose widths the plotting library knows.</summary>
    public const string Font = "Arial";

    private const int FontSize = 13;
    private const double MarkerSize = 4.5;

    private static readonly ScreenPoint[] PointsDown = [new(-1, -0.8), new(1, -0.8), new(0, 1)];

    public static PlotModel Model(string title)
    {
        var model = new PlotModel
        {
            Title = title,
            TitleFontSize = FontSize + 2,
            SubtitleFontSize = FontSize - 1,
            DefaultFont = Font,
            DefaultFontSize = FontSize,
            Culture = System.Globalization.CultureInfo.InvariantCulture,
            Background = OxyColors.White,
            TextColor = Text,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            PlotAreaBorderColor = Line,
        };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.BottomLeft,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendItemSpacing = 24,
            LegendSymbolMargin = 6,
        });
        return model;
    }

    public static LinearAxis Axis(AxisPosition position, string title, Func<double, string> label) => new()
    {
        Position = position,
        Title = title,
        Minimum = position == AxisPosition.Left ? 0 : double.NaN,
        MinimumPadding = 0.03,
        MaximumPadding = 0.08,
        LabelFormatter = label,
        TickStyle = TickStyle.Outside,
        MinorTickSize = 0,
        AxisTitleDistance = 10,
        TicklineColor = Line,
    };

    public static LineSeries Curve(string? title, LineStyle style, OxyColor color, IEnumerable<DataPoint> points, double thickness = 1.5)
    {
        var curve = new LineSeries { Title = title, LineStyle = style, Color = color, StrokeThickness = thickness };
        curve.Points.AddRange(points);
        return curve;
    }

    /// <summary>Round where nothing is singled out, a triangle that points up where it is high, down where it is low.</summary>
    public static ScatterSeries Marks(string title, int side, IEnumerable<(double X, double Y)> points)
    {
        var marks = new ScatterSeries
        {
            Title = title,
            MarkerType = side == 0 ? MarkerType.Circle : side > 0 ? MarkerType.Triangle : MarkerType.Custom,
            MarkerOutline = side < 0 ? PointsDown : null,
            MarkerSize = side == 0 ? MarkerSize - 1 : MarkerSize + 1,
            MarkerFill = side == 0 ? Text : side > 0 ? High : Low,
        };
        marks.Points.AddRange(points.Select(point => new ScatterPoint(point.X, point.Y)));
        return marks;
    }
}
