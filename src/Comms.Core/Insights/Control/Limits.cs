namespace Comms.Core.Insights.Control;

/// <summary>Where a point is expected, and from where it is close to a limit.</summary>
internal sealed record Limits(double Centre, double Lower, double Upper, double NearLower, double NearUpper)
{
    /// <summary>Limits so far from a centre. What is counted cannot fall below 0 nor, as a share, rise above <paramref name="most"/>.</summary>
    public static Limits Around(double centre, double reach, ControlRules rules, double most) => new(
        centre,
        Math.Max(0, centre - reach),
        Math.Min(most, centre + reach),
        centre - (reach * rules.CloseShare),
        centre + (reach * rules.CloseShare));

    /// <summary>
    /// To so many decimals, the limits away from the centre: exact ones, made of the ranges between all points, would help to
    /// work out the points that are not shown.
    /// </summary>
    public Limits Rounded(int decimals)
    {
        var one = Math.Pow(10, decimals);
        return this with { Centre = Math.Round(Centre, decimals), Lower = Math.Floor(Lower * one) / one, Upper = Math.Ceiling(Upper * one) / one };
    }

    /// <summary>-1 below the lower limit, 1 above the upper, else 0.</summary>
    public int Outside(double value) => value > Upper ? 1 : value < Lower ? -1 : 0;

    public int Side(double value) => Math.Sign(value - Centre);

    public bool IsClose(double value) => Outside(value) == 0 && (value > NearUpper || value < NearLower);
}
