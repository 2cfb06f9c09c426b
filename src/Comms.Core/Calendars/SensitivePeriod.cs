namespace Comms.Core.Calendars;

/// <summary>Why a period is sensitive.</summary>
public enum Sensitivity
{
    /// <summary>Before an election: announcements, evergreens and reposts of politicians wait for a person.</summary>
    PreElection,

    /// <summary>In mourning: everything but what keeps people safe waits for a person.</summary>
    Mourning,
}

/// <summary>Days on which some posts wait for a person. Immutable.</summary>
public sealed record SensitivePeriod
{
    /// <summary>The period's short name, as <c>england-local-2027</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Why it is sensitive. Default: before an election.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.PreElection;

    /// <summary>Where it holds: a nation, or any name that a team uses for its area; empty for everywhere.</summary>
    public string Area { get; init; } = "";

    /// <summary>What it is called, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Its first day, in the team's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day, in the team's zone: polling day, or the day of the funeral.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Where its dates are from: an address, or who decided.</summary>
    public required string Source { get; init; }

    /// <summary>Whether a day lies in it.</summary>
    /// <param name="day">In the team's zone.</param>
    public bool Includes(DateOnly day) => day >= From && day <= To;
}
