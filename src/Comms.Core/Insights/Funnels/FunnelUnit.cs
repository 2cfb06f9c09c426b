using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Funnels;

/// <summary>A unit on a funnel plot. Get-only: made by a <see cref="FunnelPlot"/> alone.</summary>
public sealed class FunnelUnit
{
    internal FunnelUnit(string name, Proportion? share, FunnelLimits? limits)
    {
        Name = name;
        Share = share;
        Limits = limits;
    }

    /// <summary>What the unit is called.</summary>
    public string Name { get; }

    /// <summary>What was counted; null when it is too small to be shown.</summary>
    public Proportion? Share { get; }

    /// <summary>What is expected at its size; null when there was nothing to compare, or when it is too small to be shown.</summary>
    public FunnelLimits? Limits { get; }

    /// <summary>Where it lies; <see cref="FunnelStanding.Within"/> when it cannot be compared.</summary>
    public FunnelStanding Standing => Share is { } share && Limits is { } limits ? limits.Judge(share.Value) : FunnelStanding.Within;
}

/// <summary>Where a unit lies on a funnel plot.</summary>
public enum FunnelStanding
{
    /// <summary>Within what chance explains.</summary>
    Within,

    /// <summary>Above the limit that one unit of forty passes by chance.</summary>
    Above,

    /// <summary>Below the limit that one unit of forty passes by chance.</summary>
    Below,

    /// <summary>Above the limit that one unit of a thousand passes by chance.</summary>
    FarAbove,

    /// <summary>Below the limit that one unit of a thousand passes by chance.</summary>
    FarBelow,
}
