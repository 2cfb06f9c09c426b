namespace Comms.Core.Documents;

/// <summary>One part of a <see cref="ShareBar"/>.</summary>
/// <param name="Label">What the part is.</param>
/// <param name="Count">How many it holds.</param>
/// <param name="Tone">The tone whose colour it takes. Default: none.</param>
public sealed record Share(string Label, int Count, Tone Tone = Tone.None);
