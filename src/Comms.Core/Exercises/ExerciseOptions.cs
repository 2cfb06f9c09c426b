using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Exercises;

/// <summary>What an exercise is played on.</summary>
public sealed record ExerciseOptions
{
    /// <summary>A ledger of its own, empty, which the caller disposes of; give it the exercise's clock. Null for one in memory.</summary>
    public ILedger? Ledger { get; init; }

    /// <summary>Whether players and controllers at other desks may join by way of the ledger (<see cref="ExerciseSeat"/>). Default: no.</summary>
    public bool Shared { get; init; }

    /// <summary>Where pictures are; null for memory.</summary>
    public IMediaStore? Media { get; init; }

    /// <summary>Which teams there are and what goes to whom; null for one team, <c>comms</c>.</summary>
    public TriagePolicy? Policy { get; init; }
}

/// <summary>How an exercise is played.</summary>
public sealed record PlayOptions
{
    /// <summary>Whether stretches in which nothing happens are passed over, for a run that nobody plays live. Pauses too. Default: no.</summary>
    public bool SkipWaiting { get; init; }

    /// <summary>Whether the scenario's scripted players act. Default: yes.</summary>
    public bool Scripted { get; init; } = true;

    /// <summary>Is told of each thing as it happens, on the thread that plays; null for nobody.</summary>
    public Action<TranscriptEntry>? Tell { get; init; }
}
