using Comms.Core.Exercises;
using OxyPlot;

namespace Comms.Core.Charts;

/// <summary>Who believed each rumour of an exercise, and when it was corrected, as a plot and in words.</summary>
internal sealed class RumoursDrawing(ExerciseCourse course)
{
    private const string Title = "Simulated people who believed each rumour";

    /// <summary>Each rumour has a dash of its own; beyond these the words tell them apart.</summary>
    private static readonly LineStyle[] Dashes = [LineStyle.Solid, LineStyle.Dash, LineStyle.Dot, LineStyle.DashDot, LineStyle.LongDash, LineStyle.DashDotDot];

    public PlotModel Plot()
    {
        var model = HoursDrawing.Model(Title, "People", course);
        foreach (var (at, rumour) in course.Rumours.Index())
        {
            model.Series.Add(Ink.Curve(rumour.Claim, Dashes[at % Dashes.Length], Ink.Text, HoursDrawing.Points(rumour.Believing)));
        }

        model.Series.Add(Ink.Marks("corrected", -1, course.Rumours
            .Where(rumour => rumour.CorrectedIn is not null).Select(rumour => ((double)rumour.CorrectedIn!.Value, (double)rumour.Believing[rumour.CorrectedIn.Value]))));
        return model;
    }

    public ChartWords Words() => new(
        Title,
        string.Join(' ', course.Rumours.Select(Say)),
        ["Hour from", .. course.Rumours.Select(rumour => rumour.Claim)],
        [.. course.Hours.Select((hour, at) => (IReadOnlyList<string>)[HoursDrawing.When(hour), .. course.Rumours.Select(rumour => HoursDrawing.Number(rumour.Believing[at]))])]);

    private string Say(RumourCourse rumour)
    {
        var corrected = rumour.CorrectedIn is { } hour ? $"corrected in the hour from {HoursDrawing.When(course.Hours[hour])}" : "never corrected";
        return $"“{rumour.Claim}”: at most {HoursDrawing.Number(rumour.Believing.Max())} at the end of an hour, {HoursDrawing.Number(rumour.Believing[^1])} at the end; {corrected}.";
    }
}
