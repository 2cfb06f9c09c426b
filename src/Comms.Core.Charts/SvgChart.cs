using Comms.Core.Engagement;
using Comms.Core.Exercises;
using Comms.Core.Insights.Control;
using Comms.Core.Insights.Reading;
using Comms.Core.Insights.Reporting;

namespace Comms.Core.Charts;

/// <summary>
/// Draws charts as SVG. Shapes and dashes say what colours say, so that a chart reads in greyscale; a title, a description
/// and the figures as a table are in it for screen readers. It holds no script and loads nothing. The same report gives the
/// same bytes, on every machine. Thread-safe.
/// </summary>
public static class SvgChart
{
    /// <summary>Draws a control chart: the figures, the mean, the process limits, and what they single out.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="series">One of the report's series.</param>
    /// <param name="chart">One of the series' charts.</param>
    /// <param name="options">The size; null for the default.</param>
    /// <returns>An <c>svg</c> element, for a file or within a page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static string OfControl(InsightReport report, InsightSeries series, ControlChart chart, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(chart);
        var drawing = new ControlDrawing(report, series, chart);
        return AccessibleSvg.Of(drawing.Plot(), drawing.Words(), Checked(options));
    }

    /// <summary>Draws a funnel plot: each unit by its size and its share, and between which shares chance leaves units of that size.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="funnel">One of the report's funnels.</param>
    /// <param name="options">The size; null for the default.</param>
    /// <returns>An <c>svg</c> element, for a file or within a page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static string OfFunnel(InsightReport report, InsightFunnel funnel, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(funnel);
        var drawing = new FunnelDrawing(report, funnel);
        return AccessibleSvg.Of(drawing.Plot(), drawing.Words(), Checked(options));
    }

    /// <summary>Draws the scores of those who may be named, the best twenty at most, each with its range; the parts are in the figures.</summary>
    /// <param name="board">Scores that may be shown.</param>
    /// <param name="options">The size; null for the default.</param>
    /// <returns>An <c>svg</c> element, for a file or within a page.</returns>
    /// <exception cref="ArgumentException">Nobody may be named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static string OfScores(ScoreBoard board, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(board);
        if (board.Named.Count == 0)
        {
            throw new ArgumentException("Nobody may be named.", nameof(board));
        }

        var drawing = new ScoresDrawing(board);
        return AccessibleSvg.Of(drawing.Plot(), drawing.Words(), Checked(options));
    }

    /// <summary>Draws how many messages an exercise heard in each hour, and in which hours posts came to stand.</summary>
    /// <param name="result">What came of the exercise.</param>
    /// <param name="options">The size; null for the default.</param>
    /// <returns>An <c>svg</c> element, for a file or within a page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static string OfMessages(ExerciseResult result, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var drawing = new MessagesDrawing(result.Course);
        return AccessibleSvg.Of(drawing.Plot(), drawing.Words(), Checked(options));
    }

    /// <summary>Draws how many of an exercise's simulated people believed each rumour, and when it was corrected.</summary>
    /// <param name="result">What came of an exercise with rumours and a population.</param>
    /// <param name="options">The size; null for the default.</param>
    /// <returns>An <c>svg</c> element, for a file or within a page.</returns>
    /// <exception cref="ArgumentException">No rumour spread among simulated people.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of its range.</exception>
    public static string OfRumours(ExerciseResult result, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Course.Rumours.Count == 0)
        {
            throw new ArgumentException("No rumour spread among simulated people.", nameof(result));
        }

        var drawing = new RumoursDrawing(result.Course);
        return AccessibleSvg.Of(drawing.Plot(), drawing.Words(), Checked(options));
    }

    /// <summary>What a chart is called, as a title and for the name of a file.</summary>
    /// <param name="series">What is counted.</param>
    /// <param name="chart">One of its charts.</param>
    public static string TitleOf(InsightSeries series, ControlChart chart)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(chart);
        return $"{InsightWords.Unit(series.Unit)}: {InsightWords.Subject(series.Subject)}{(chart.Kind == ChartKind.P ? ", share of messages" : "")}";
    }

    private static ChartOptions Checked(ChartOptions? options)
    {
        options ??= new ChartOptions();
        options.Check();
        return options;
    }
}
