using Comms.Core.Triage.Models;

namespace Comms.Core.Triage.Reading;

/// <summary>All that a known token means, but for its weights, which follow it in its row.</summary>
internal struct TokenEntry
{
    public ulong Hash;

    /// <summary>Eight-bit counters, one per language, that are added up over a text.</summary>
    public ulong Votes;

    /// <summary>Which word of the phrases it is; 0 for none.</summary>
    public int Word;
    public byte Features;
    public Cue Cue;
    public TokenTraits Traits;
    public Valence Valence;
}

/// <summary>What else there is to a token.</summary>
[Flags]
internal enum TokenTraits : ushort
{
    None = 0,
    Negates = 1,
    Asks = 2,
    Exclaims = 4,
    Contrasts = 8,

    /// <summary>Words of the model are English, since its texts were.</summary>
    InModel = 16,

    /// <summary>Phrases are filed under it.</summary>
    Files = 32,

    /// <summary>A person's name may stand near it: "Mrs".</summary>
    Introduces = 64,

    /// <summary>A name or a pronoun: one word to the model, see <see cref="PersonWords"/>.</summary>
    Person = 128,
}
