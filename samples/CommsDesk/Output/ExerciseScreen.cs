using Comms.Core.Exercises;

namespace CommsDesk.Output;

/// <summary>Tells an exercise as it goes on, and names at its end what was missed and what was written: all on the error output.</summary>
internal sealed class ExerciseScreen(Phrases phrases, bool live)
{
    /// <summary>One thing as it happens, where anyone can follow: what the public says is in the transcript only.</summary>
    public void Tell(TranscriptEntry entry)
    {
        if (live && entry.Kind != "message")
        {
            var who = entry.Who is { } name ? $"{name}: " : "";
            Console.Error.WriteLine(FormattableString.Invariant($"{entry.At:ddd HH:mm:ss}  {entry.Kind}  {who}{OneLine.Of(entry.Title)}"));
        }
    }

    public void SumUp(ExerciseResult result, OwnFolder folder)
    {
        foreach (var missed in result.Expectations.Where(expected => expected.Outcome == ExpectationOutcome.Missed))
        {
            Console.Error.WriteLine($"comms: {(missed.Must ? phrases.MustMissed : phrases.Missed)}: {missed.Title}");
        }

        Console.Error.WriteLine($"{phrases.Wrote}:");
        foreach (var path in ExerciseFiles.Shown(folder))
        {
            Console.Error.WriteLine($"  {path}");
        }
    }
}
