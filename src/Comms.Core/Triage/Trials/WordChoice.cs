namespace Comms.Core.Triage.Trials;

/// <summary>Words that may be a label's evidence.</summary>
/// <param name="Stretches">Where they stand, in order.</param>
/// <param name="Loss">What the label loses without them, where adding up is proof enough; null where only a trial can tell.</param>
internal readonly record struct WordChoice(List<Stretch> Stretches, float? Loss);
