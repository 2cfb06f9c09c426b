using Comms.Core.Exercises;
using OxyPlot;

namespace Comms.Core.Charts;

/// <summary>Messages and posts of an exercise, hour by hour, as a plot and in words.</summary>
internal sealed class MessagesDrawing(ExerciseCourse course)
{
    private const string Title = "Messages heard, and when posts came to stand";

    public PlotModel Plot()
    {
        var model = HoursDrawing.Model(Title, "Messages", course);
        model.Series.Add(Ink.Curve("messages", LineStyle.Solid, Ink.Text, HoursDrawing.Points(course.Hours.Select(hour => hour.Messages))));
        model.Series.Add(Ink.Marks(
            "an hour with posts", 1, course.Hours.Index().Where(each => each.Item.Posts > 0).Select(each => ((double)each.Index, (double)each.Item.Messages))));
        return model;
    }

    public ChartWords Words()
    {
        var busiest = course.Hours.MaxBy(hour => hour.Messages);
        var most = busiest is { Messages: > 0 } ? $" Most in an hour: {HoursDrawing.Number(busiest.Messages)}, from {HoursDrawing.When(busiest)}." : "";
        return new ChartWords(
            Title,
            $"{HoursDrawing.Number(course.Hours.Sum(hour => hour.Messages))} messages and {HoursDrawing.Number(course.Hours.Sum(hour => hour.Posts))} posts in {HoursDrawing.Number(course.Hours.Count)} hours.{most}",
            ["Hour from", "Messages", "Posts"],
            [.. course.Hours.Select(hour => (IReadOnlyList<string>)[HoursDrawing.When(hour), HoursDrawing.Number(hour.Messages), HoursDrawing.Number(hour.Posts)])]);
    }
}
