namespace Comms.Core.Insights.Funnels;

/// <summary>Between which shares a unit of a size is expected: nineteen times of twenty, and all but twice in a thousand.</summary>
/// <param name="Of">The unit's size.</param>
/// <param name="LowerAlarm">0.1 % lie below.</param>
/// <param name="LowerWarning">2.5 % lie below.</param>
/// <param name="UpperWarning">2.5 % lie above.</param>
/// <param name="UpperAlarm">0.1 % lie above.</param>
public sealed record FunnelLimits(long Of, double LowerAlarm, double LowerWarning, double UpperWarning, double UpperAlarm)
{
    internal FunnelStanding Judge(double value) =>
        value > UpperAlarm ? FunnelStanding.FarAbove
        : value < LowerAlarm ? FunnelStanding.FarBelow
        : value > UpperWarning ? FunnelStanding.Above
        : value < LowerWarning ? FunnelStanding.Below
        : FunnelStanding.Within;
}
