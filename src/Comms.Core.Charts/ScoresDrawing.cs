using System.Globalization;
using Comms.Core.Engagement;
using OxyPlot;
using OxyPlot.Axes;

namespace Comms.Core.Charts;

/// <summary>Scores with their ranges, the best at the top, as a plot and in words.</summary>
internal sealed class ScoresDrawing(ScoreBoard board)
{
    private const string Title = "Who takes part: scores of 100 with their 80 % ranges";
    private const int Most = 20;
    private const double RangeThickness = 4;

    // Names are long, and in some fonts longer than was measured.
    private static readonly OxyThickness NamesMayBeWide = new(left: 56, top: 8, right: 16, bottom: 8);

    private readonly AccountScore[] _shown = [.. board.Named.Take(Most)];

    public PlotModel Plot()
    {
        var model = Ink.Model(Title);
        model.Padding = NamesMayBeWide;
        model.Axes.Add(Accounts());
        var scores = Ink.Axis(AxisPosition.Bottom, "Score", Number);
        scores.Minimum = 0;
        model.Axes.Add(scores);
        foreach (var (at, score) in _shown.Index())
        {
            model.Series.Add(Ink.Curve(at == 0 ? "80 % range" : null, LineStyle.Solid, Ink.Line, [new DataPoint(score.Low, at), new DataPoint(score.High, at)], RangeThickness));
        }

        model.Series.Add(Ink.Marks("score", 0, _shown.Index().Select(each => (each.Item.Total, (double)each.Index))));
        return model;
    }

    public ChartWords Words() => new(
        Title,
        $"{Number(board.Named.Count)} may be named{(board.Named.Count > Most ? $", of whom the first {Number(Most)} are drawn" : "")}. "
            + $"{_shown[0].Account} has the highest score, {Points(_shown[0].Total)}. Where ranges overlap, the order may be chance.",
        ["Account", "Score", "Lower end", "Upper end", .. _shown[0].Parts.Select(part => part.Name)],
        [.. _shown.Select(score => (IReadOnlyList<string>)[score.Account, Points(score.Total), Points(score.Low), Points(score.High), .. score.Parts.Select(part => Points(100 * part.Weight * part.Value))])]);

    /// <summary>One line for each account, the first at the top.</summary>
    private LinearAxis Accounts()
    {
        var axis = Ink.Axis(AxisPosition.Left, "", Name);
        (axis.Minimum, axis.Maximum, axis.MajorStep, axis.StartPosition, axis.EndPosition) = (-0.5, _shown.Length - 0.5, 1, 1, 0);
        return axis;
    }

    private string Name(double at)
    {
        var line = (int)Math.Round(at);
        return line < 0 || line >= _shown.Length || Math.Abs(at - line) > 1e-9 ? "" : AccessibleSvg.Plain(_shown[line].Account);
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Points(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
