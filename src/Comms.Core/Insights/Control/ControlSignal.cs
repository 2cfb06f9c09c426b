namespace Comms.Core.Insights.Control;

/// <summary>Points that chance alone would seldom give. It asks a question; it answers none.</summary>
/// <param name="Rule">What singled them out.</param>
/// <param name="Rises">Whether they lie above the mean, or rise.</param>
/// <param name="First">The index of the first point.</param>
/// <param name="Last">The index of the last point.</param>
public sealed record ControlSignal(ControlRule Rule, bool Rises, int First, int Last);

/// <summary>The rules of statistical process control as NHS England's Making Data Count teaches them.</summary>
public enum ControlRule
{
    /// <summary>A point outside the process limits.</summary>
    OutsideLimits,

    /// <summary>Seven points or more in a row on one side of the mean.</summary>
    Shift,

    /// <summary>Seven points or more in a row, each higher than the one before, or each lower.</summary>
    Trend,

    /// <summary>Two of three points in a row close to a limit, all three on its side of the mean.</summary>
    NearLimit,
}
