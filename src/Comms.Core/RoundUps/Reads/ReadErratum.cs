namespace Comms.Core.RoundUps.Reads;

/// <summary>A correction beside an edition that stays as it was approved.</summary>
/// <param name="By">Who corrected it.</param>
/// <param name="At">When.</param>
/// <param name="Text">What was wrong, and what is right.</param>
public sealed record ReadErratum(string By, DateTimeOffset At, string Text);
