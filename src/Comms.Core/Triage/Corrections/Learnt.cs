namespace Comms.Core.Triage.Corrections;

/// <summary>A judgement that corrections decided.</summary>
/// <param name="Label">The label's number in the layer; -1 when a person said it of this very message.</param>
/// <param name="Up">Whether it holds because of them, or no longer holds.</param>
/// <param name="Said">What the person said; null when it was learnt.</param>
internal readonly record struct Learnt(int Label, bool Up, Correction? Said);
