namespace Comms.Core.Planning;

/// <summary>What a plan is held to. The defaults are ours, for a team of one or two.</summary>
public sealed record PlanRules
{
    /// <summary>How many days an account may say nothing. 1 or more. Default: 3.</summary>
    public int MostSilentDays { get; init; } = 3;

    /// <summary>How many posts of an account one day bears. 1 or more. Default: 5.</summary>
    public int MostPerDay { get; init; } = 5;

    /// <summary>How far two posts of an account stay apart. Not negative. Default: 30 minutes.</summary>
    public TimeSpan LeastApart { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long before its time a post is to be approved. Not negative. Default: one day.</summary>
    public TimeSpan ApprovedAhead { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Below this regularity, from 0 (in bursts) to 1 (like a clock), an account is named. Default: 0.4.</summary>
    public double LeastRegularity { get; init; } = 0.4;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MostSilentDays, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostPerDay, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LeastApart, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ApprovedAhead, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(LeastRegularity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LeastRegularity, 1);
    }
}
