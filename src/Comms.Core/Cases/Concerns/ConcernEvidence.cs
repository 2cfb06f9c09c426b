namespace Comms.Core.Cases.Concerns;

/// <summary>What bears a concern out, for those who decide: the words of the messages without what tells who wrote them.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Voices">The messages, the oldest first.</param>
/// <param name="Restricted">How many more messages are in cases that were restricted since.</param>
/// <param name="Gone">How many more messages were removed since.</param>
public sealed record ConcernEvidence(Concern Concern, IReadOnlyList<ConcernVoice> Voices, int Restricted, int Gone);

/// <summary>A message that bears a concern out.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Source">The source it came from.</param>
/// <param name="Words">All its words, each piece of personal data masked by the name of what it was, names of persons too.</param>
public sealed record ConcernVoice(DateTimeOffset At, string Source, string Words);
