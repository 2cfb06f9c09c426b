using Comms.Core.Triage;

namespace Comms.Core.RoundUps.Briefings;

/// <summary>A theme that people are unhappy with.</summary>
/// <param name="Theme">Its name.</param>
/// <param name="Messages">The messages about it.</param>
/// <param name="Negative">Those of them that are negative.</param>
/// <param name="Usual">How many are usual; null when that is not known.</param>
internal sealed record TalkingPoint(string Theme, IReadOnlyList<TriagedMessage> Messages, IReadOnlyList<TriagedMessage> Negative, (int Low, int High)? Usual);
