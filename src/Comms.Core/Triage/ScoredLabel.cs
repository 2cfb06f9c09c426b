namespace Comms.Core.Triage;

/// <summary>A label and how sure it is, without an allocation of its own; see <see cref="Label"/>.</summary>
/// <param name="Name">The label.</param>
/// <param name="Confidence">From 0 to 1.</param>
public readonly record struct ScoredLabel(string Name, float Confidence);
