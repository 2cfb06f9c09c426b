namespace Comms.Core.Documents;

/// <summary>One figure and what it counts.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">The figure as shown.</param>
/// <param name="Note">A short remark, as the figure of last week; null for none.</param>
public sealed record Figure(string Label, string Value, string? Note = null);
