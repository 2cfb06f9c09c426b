namespace Comms.Core.Engagement;

/// <summary>How many turns of one side the other answered.</summary>
/// <param name="Answered">Those that were answered.</param>
/// <param name="Turns">All of them.</param>
public sealed record AnsweredTurns(int Answered, int Turns);
