namespace Comms.Core.Triage.Trials;

/// <summary>What a token tells about the whole message.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,
    Asks = 1,
    Contrasts = 2,
}
