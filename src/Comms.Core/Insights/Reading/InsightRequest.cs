using Comms.Core.Calendars;
using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Reading;

/// <summary>Which messages to look at over time, and how to tell them apart.</summary>
public sealed record InsightRequest
{
    /// <summary>The last day that may be looked at, in <see cref="Zone"/>; a period that has not ended by then is left out.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The zone of the days, as <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>How long a period is. Default: a week.</summary>
    public InsightPeriod Period { get; init; }

    /// <summary>How many periods, back from the last; from 2 to 1,000. Those before the first message are left out. Default: 26.</summary>
    public int Periods { get; init; } = 26;

    /// <summary>What messages are told apart by. Default: the team.</summary>
    public InsightCut By { get; init; }

    /// <summary>A team's id in the policy: the messages that it owns. Default: null, all messages.</summary>
    public string? Team { get; init; }

    /// <summary>
    /// How many of the first periods say what is usual, as those before a change; null for all. At least
    /// <see cref="ControlChart.FewestPoints"/>.
    /// </summary>
    public int? Baseline { get; init; }

    /// <summary>The most themes that are charted, the commonest first; 0 or more. Default: 20.</summary>
    public int MostThemes { get; init; } = 20;

    /// <summary>The most teams, services or places that are charted, the largest first; 1 or more. Default: 100.</summary>
    public int MostUnits { get; init; } = 100;

    /// <summary>The most messages that a signal names in each of its periods, the earliest first; 0 or more. Default: 20.</summary>
    public int MostNamed { get; init; } = 20;

    /// <summary>
    /// Counts from 1 to below this are not told, nor what would give them away; 1 tells all, which is for those only who may
    /// read the messages themselves. Default: 5.
    /// </summary>
    public int FewestShown { get; init; } = 5;

    internal void Check()
    {
        Zones.Check(Zone, nameof(Zone));
        ArgumentOutOfRangeException.ThrowIfLessThan(Periods, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Periods, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Baseline ?? int.MaxValue, ControlChart.FewestPoints, nameof(Baseline));
        ArgumentOutOfRangeException.ThrowIfNegative(MostThemes);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostUnits, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MostNamed);
        ArgumentOutOfRangeException.ThrowIfLessThan(FewestShown, 1);
    }
}
