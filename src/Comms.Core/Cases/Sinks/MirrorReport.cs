namespace Comms.Core.Cases.Sinks;

/// <summary>What one run of mirroring did.</summary>
/// <param name="Sent">How many copies were sent, and stand.</param>
/// <param name="Faults">What went wrong, in words, at most one for each sink: its other cases wait for the next run.</param>
public sealed record MirrorReport(int Sent, IReadOnlyList<string> Faults);
