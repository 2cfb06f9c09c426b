namespace Comms.Core.Publishing;

/// <summary>What was about to be sent, committed before any of it left.</summary>
/// <param name="At">When the intent was committed.</param>
/// <param name="Deadline">When the call had to be over.</param>
/// <param name="BytesHash">The SHA-256 of the frozen bytes in lower-case hexadecimal.</param>
/// <param name="Bytes">The frozen bytes, so that a repeat sends the same.</param>
/// <param name="Checkpoint">What the preparation left behind; null for nothing.</param>
public sealed record Intent(DateTimeOffset At, DateTimeOffset Deadline, string BytesHash, ReadOnlyMemory<byte> Bytes, string? Checkpoint);
