namespace Comms.Core.Exercises;

/// <summary>An hour of an exercise.</summary>
/// <param name="From">When it began, as the situation's wall clock has it.</param>
/// <param name="Messages">How many messages were heard in it.</param>
/// <param name="Posts">How many posts came to stand in it, one on each account.</param>
public sealed record ExerciseHour(DateTimeOffset From, int Messages, int Posts);

/// <summary>A rumour's way through the simulated people. A rehearsal aid, and no forecast.</summary>
/// <param name="Claim">What it says.</param>
/// <param name="Believing">How many believed it at the end of each hour of the exercise.</param>
/// <param name="CorrectedIn">The number of the hour, from 0, in which a post first corrected it; null when none did.</param>
public sealed record RumourCourse(string Claim, IReadOnlyList<int> Believing, int? CorrectedIn);

/// <summary>How an exercise went, hour by hour of its own time, as charts show it.</summary>
/// <param name="Hours">Every hour from the start, the last one perhaps short.</param>
/// <param name="Rumours">The rumours that spread among simulated people; empty without a population.</param>
public sealed record ExerciseCourse(IReadOnlyList<ExerciseHour> Hours, IReadOnlyList<RumourCourse> Rumours);
