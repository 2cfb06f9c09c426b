namespace Comms.Core.Approval;

/// <summary>Who told a family, whom, and when, before a post tells everyone.</summary>
public sealed record FamilyTold
{
    /// <summary>Who told them, as “the matron of Willow ward”; not blank.</summary>
    public required string Who { get; init; }

    /// <summary>Whom, as “the daughter”; not blank. A name is not needed here: it stands in the audit.</summary>
    public required string Whom { get; init; }

    /// <summary>When; it cannot be later than now.</summary>
    public required DateTimeOffset At { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Who);
        ArgumentException.ThrowIfNullOrWhiteSpace(Whom);
    }
}
