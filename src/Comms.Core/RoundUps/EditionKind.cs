namespace Comms.Core.RoundUps;

/// <summary>What sort of edition it is.</summary>
public enum EditionKind
{
    /// <summary>Enough messages came for figures to mean something.</summary>
    RoundUp,

    /// <summary>Too few came: the single ones are passed on as they are.</summary>
    PassedOn,

    /// <summary>A day for someone with five minutes: what must be known, then what is worth most in the time left.</summary>
    Briefing,
}
