namespace Comms.Core.Triage;

/// <summary>Why a person must look.</summary>
[Flags]
internal enum Doubts
{
    None = 0,
    Flagged = 1,
    Language = 2,
    Sentiment = 4,
    Mixed = 8,
    Unroutable = 16,
    Cut = 32,
    Duty = 64,
    TooManySignals = 128,
}
