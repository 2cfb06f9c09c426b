using Comms.Core.Documents;
using Comms.Core.Exercises.Scoring;

namespace Comms.Core.Exercises;

/// <summary>What came of an exercise that was played. Immutable.</summary>
public sealed class ExerciseResult
{
    private readonly Scenario _scenario;
    private readonly Figures _figures;

    internal ExerciseResult(Scenario scenario, IReadOnlyList<TranscriptEntry> transcript, IReadOnlyList<DateTimeOffset> wall, Figures figures, ExerciseCourse course)
    {
        _scenario = scenario;
        _figures = figures;
        Transcript = transcript;
        Wall = wall;
        Course = course;
    }

    /// <summary>All that happened, in order. The same players' acts give the same transcript at every rate.</summary>
    public IReadOnlyList<TranscriptEntry> Transcript { get; }

    /// <summary>When each entry of the transcript was written, by the clock on the wall.</summary>
    public IReadOnlyList<DateTimeOffset> Wall { get; }

    /// <summary>How it went, hour by hour.</summary>
    public ExerciseCourse Course { get; }

    /// <summary>Each expectation, in the order of the scenario.</summary>
    public IReadOnlyList<ExpectationResult> Expectations => _figures.Expectations;

    /// <summary>Whether every expectation that is a must, and was asked, was met.</summary>
    public bool Passed => !Expectations.Any(expected => expected is { Must: true, Outcome: ExpectationOutcome.Missed });

    /// <summary>The after-action report. It says what was seen and what to learn; it forecasts nothing.</summary>
    public Document Report() => AfterActionReport.Write(_scenario, Transcript, _figures);

    /// <summary>The transcript as JSON Lines, the same bytes for the same entries.</summary>
    /// <param name="to">Where it is written, UTF-8; stays open.</param>
    public void WriteTranscript(Stream to) => TranscriptText.Write(Transcript, to);

    /// <summary>When on the wall each entry was written, as JSON Lines by the entries' numbers.</summary>
    /// <param name="to">Where it is written, UTF-8; stays open.</param>
    public void WriteWall(Stream to) => TranscriptText.WriteWall(Wall, to);
}
