namespace Comms.Core.Cases;

/// <summary>What someone noted on a case.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
public sealed record CaseNote(string By, DateTimeOffset At, string Text);
