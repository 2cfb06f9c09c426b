namespace Comms.Core.Exercises;

/// <summary>One thing that happened in an exercise, in the situation's time.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="At">The situation's wall time, with the zone's offset.</param>
/// <param name="Offset">How long the exercise had run, at the rate 1 and pauses left out.</param>
/// <param name="Kind">
/// <c>start</c>, <c>move</c>, <c>inject</c>, <c>skipped</c>, <c>message</c>, <c>act</c>, <c>refused</c>, <c>post</c>, <c>met</c>,
/// <c>missed</c>, <c>pause</c>, <c>fault</c> or <c>end</c>.
/// </param>
/// <param name="Id">The scenario's or the ledger's name of it; null when it has none.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Who">Who did it or said it; null when nobody did.</param>
/// <param name="Detail">What else is to be known, as an inject's words or a refusal's reason; null for nothing.</param>
public sealed record TranscriptEntry(
    int Number, DateTimeOffset At, TimeSpan Offset, string Kind, string? Id, string Title, string? Who = null, string? Detail = null);
