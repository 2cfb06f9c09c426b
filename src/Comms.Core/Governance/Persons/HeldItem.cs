namespace Comms.Core.Governance.Persons;

/// <summary>One thing that the ledger holds about a person.</summary>
/// <param name="Kind">What: <c>message</c>, <c>triage</c>, <c>case</c>, <c>feed</c>, <c>edition</c>, <c>set-aside</c>, <c>legal-hold</c>, <c>restricted</c> or another.</param>
/// <param name="Id">Its id in the ledger.</param>
/// <param name="At">When it was written or made; null when not known.</param>
/// <param name="Text">The person's words in it; null when there are none.</param>
/// <param name="Details">What else stands there, by name.</param>
public sealed record HeldItem(string Kind, string Id, DateTimeOffset? At, string? Text, IReadOnlyDictionary<string, string> Details);
