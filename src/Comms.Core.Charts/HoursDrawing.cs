using System.Globalization;
using Comms.Core.Exercises;
using OxyPlot;
using OxyPlot.Axes;

namespace Comms.Core.Charts;

/// <summary>What charts of an exercise share: an axis of its hours.</summary>
internal static class HoursDrawing
{
    private const int MostLabels = 8;

    public static PlotModel Model(string title, string counted, ExerciseCourse course)
    {
        var model = Ink.Model(title);
        model.Subtitle = "Of an exercise; it forecasts nothing";
        model.Axes.Add(Ink.Axis(AxisPosition.Left, counted, value => value.ToString("N0", CultureInfo.InvariantCulture)));
        var hours = Ink.Axis(AxisPosition.Bottom, "hour from, in the situation's time", at => Label(course, at));
        hours.MajorStep = Math.Ceiling((double)course.Hours.Count / MostLabels);
        model.Axes.Add(hours);
        return model;
    }

    public static IEnumerable<DataPoint> Points(IEnumerable<int> counts) => counts.Select((count, hour) => new DataPoint(hour, count));

    public static string When(ExerciseHour hour) => hour.From.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    public static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Label(ExerciseCourse course, double at)
    {
        var hour = (int)Math.Round(at);
        return hour < 0 || hour >= course.Hours.Count || Math.Abs(at - hour) > 1e-9 ? "" : course.Hours[hour].From.ToString("ddd HH:mm", CultureInfo.InvariantCulture);
    }
}
