namespace Comms.Core.Exercises;

/// <summary>What came of an expectation.</summary>
public enum ExpectationOutcome
{
    /// <summary>It was done in time.</summary>
    Met,

    /// <summary>It was not.</summary>
    Missed,

    /// <summary>What it follows never happened.</summary>
    NotAsked,
}

/// <summary>An expectation and what came of it.</summary>
/// <param name="Id">Its name in the scenario.</param>
/// <param name="Title">What was expected.</param>
/// <param name="Must">Whether the exercise fails without it.</param>
/// <param name="Score">What it is worth, 0 or more.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Took">How long it took in the situation's time, from when its time began; null unless it was met.</param>
/// <param name="Lesson">What to do about it, from the scenario; empty when it says nothing.</param>
public sealed record ExpectationResult(
    string Id, string Title, bool Must, int Score, ExpectationOutcome Outcome, TimeSpan? Took, string Lesson);
