using Comms.Core.Exercises.Playing;
using Comms.Core.Exercises.Publics;

namespace Comms.Core.Exercises.Scoring;

/// <summary>Sorts what happened into hours.</summary>
internal static class Courses
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static ExerciseCourse Of(Scenario scenario, IReadOnlyList<TranscriptEntry> transcript, Public outside, IReadOnlyList<Fact> facts)
    {
        var hours = (int)Math.Ceiling(scenario.Length / Hour);
        var heard = Count(hours, transcript.Where(entry => entry.Kind == "message").Select(entry => entry.Offset));
        var posts = Count(hours, transcript.Where(entry => entry.Kind == "post").Select(entry => entry.Offset));
        return new ExerciseCourse(
            [.. Enumerable.Range(0, hours).Select(hour => new ExerciseHour(scenario.Timeline.Local(scenario.Timeline.At(hour * Hour)), heard[hour], posts[hour]))],
            [
                .. outside.Rumours.Where(pair => pair.Spread is not null).Select(pair => new RumourCourse(
                    pair.Rumour.Claim,
                    AtEnds(hours, pair.Spread!.Looks),
                    RumourFigures.CorrectedAt(pair.Rumour, facts.OfType<Fact.Post>()) is { } at ? In(hours, scenario.Timeline.OffsetOf(at)) : null)),
            ]);
    }

    private static int In(int hours, TimeSpan offset) => Math.Min(hours - 1, (int)(offset / Hour));

    private static int[] Count(int hours, IEnumerable<TimeSpan> offsets)
    {
        var counts = new int[hours];
        foreach (var offset in offsets)
        {
            counts[In(hours, offset)]++;
        }

        return counts;
    }

    private static int[] AtEnds(int hours, IReadOnlyList<(TimeSpan At, int Believing)> looks)
    {
        var ends = new int[hours];
        var (next, last) = (0, 0);
        for (var hour = 0; hour < hours; hour++)
        {
            for (; next < looks.Count && looks[next].At <= (hour + 1) * Hour; next++)
            {
                last = looks[next].Believing;
            }

            ends[hour] = last;
        }

        return ends;
    }
}
