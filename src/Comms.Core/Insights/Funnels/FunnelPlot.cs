using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Funnels;

/// <summary>
/// Compares units of different size: a small one may lie further from the rest by chance, so its limits are wider. No
/// league table: within the limits no unit is better than another. After D. J. Spiegelhalter, Funnel plots for comparing
/// institutional performance (2005). Pure, immutable and thread-safe.
/// </summary>
public sealed class FunnelPlot
{
    private readonly FunnelRules _rules;

    private FunnelPlot(double centre, double spread, IReadOnlyList<FunnelUnit> units, FunnelRules rules)
    {
        Centre = centre;
        Spread = spread;
        Units = units;
        _rules = rules;
    }

    /// <summary>The share of all units together, from 0 to 1; not a number when they are empty.</summary>
    public double Centre { get; }

    /// <summary>1 when chance explains how far the units lie apart; else how much more, and the limits are wider by its root.</summary>
    public double Spread { get; }

    /// <summary>The units, in the order given.</summary>
    public IReadOnlyList<FunnelUnit> Units { get; }

    /// <summary>Compares units.</summary>
    /// <param name="units">What was counted of each. One of size 0 is not compared.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is none.</exception>
    public static FunnelPlot Of(IReadOnlyList<(string Name, Proportion Share)> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        foreach (var (_, share) in units)
        {
            share.Check();
        }

        var rules = FunnelRules.Shipped;
        Proportion[] known = [.. units.Select(unit => unit.Share).Where(share => share.Of > 0)];
        var centre = (double)known.Sum(share => share.Count) / known.Sum(share => share.Of);
        var plot = new FunnelPlot(centre, Funnels.Spread.Of(known, centre, rules), [], rules);
        return plot.With([.. units.Select(unit => new FunnelUnit(unit.Name, unit.Share, known.Length > 1 && unit.Share.Of > 0 ? plot.LimitsAt(unit.Share.Of) : null))]);
    }

    /// <summary>What is expected of a unit of a size: a point of the funnel's curves.</summary>
    /// <param name="of">1 or more; time grows with it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public FunnelLimits LimitsAt(long of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        return new FunnelLimits(of, At((1 - _rules.Alarm) / 2, of), At((1 - _rules.Warning) / 2, of), At((1 + _rules.Warning) / 2, of), At((1 + _rules.Alarm) / 2, of));
    }

    /// <summary>The same plot without the units that are too small to be shown.</summary>
    internal FunnelPlot Hiding(Func<int, bool> unit) =>
        With([.. Units.Select((each, at) => unit(at) ? new FunnelUnit(each.Name, share: null, limits: null) : each)]);

    private FunnelPlot With(IReadOnlyList<FunnelUnit> units) => new(Centre, Spread, units, _rules);

    private double At(double tail, long of) =>
        Math.Clamp(Centre + ((BinomialLimits.At(tail, of, Centre) - Centre) * Math.Sqrt(Spread)), 0, 1);
}
