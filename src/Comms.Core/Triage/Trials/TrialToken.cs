using Comms.Core.Text;
using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Trials;

/// <summary>A token with what it gives the model by itself and where it stands.</summary>
internal struct TrialToken
{
    public Stretch At;
    public ulong Hash;
    public Boundary Before;
    public TokenMarks Marks;
    public Valence Valence;

    /// <summary>How many features it has by itself.</summary>
    public int Own;

    /// <summary>Whether a "not" before it reaches it.</summary>
    public bool Negated;

    /// <summary>How many features it has from what stands before it.</summary>
    public int FromContext;
}

/// <summary>What a token tells about the whole message.</summary>
[Flags]
internal enum TokenMarks : byte
{
    None = 0,
    Negates = 1,
    Asks = 2,
    Exclaims = 4,
    Contrasts = 8,
}
