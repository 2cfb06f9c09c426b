namespace Comms.Core.Insights.Control;

/// <summary>A period on a control chart. Get-only: made by a <see cref="ControlChart"/> alone.</summary>
public sealed class ControlPoint
{
    internal ControlPoint(double? value, Limits? limits)
    {
        Value = value;
        Limits = limits;
    }

    /// <summary>What was measured; null when there was nothing to measure, or when it is too small to be shown.</summary>
    public double? Value { get; }

    /// <summary>The mean; null while too few points are known.</summary>
    public double? Centre => Limits?.Centre;

    /// <summary>The lower process limit, never below 0; null while too few points are known.</summary>
    public double? Lower => Limits?.Lower;

    /// <summary>The upper process limit; null while too few points are known.</summary>
    public double? Upper => Limits?.Upper;

    /// <summary>Whether a rule singles it out, and on which side of the mean it lies then.</summary>
    public Variation Variation { get; internal init; }

    internal Limits? Limits { get; }

    internal ControlPoint Hiding(bool value, bool limits, int decimals) => new(value || limits ? null : Value, limits ? null : Limits?.Rounded(decimals))
    {
        Variation = value || limits ? Variation.Common : Variation,
    };
}

/// <summary>Whether chance explains a point.</summary>
public enum Variation
{
    /// <summary>Nothing singles it out.</summary>
    Common,

    /// <summary>Singled out, at or above the mean.</summary>
    High,

    /// <summary>Singled out, below the mean.</summary>
    Low,
}
