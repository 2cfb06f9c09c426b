using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Funnels;

/// <summary>
/// How much further apart the units lie than chance explains: the mean square of their distances in sigmas, the extremes
/// drawn in so that the units one looks for do not hide themselves (Spiegelhalter 2005, over-dispersion).
/// </summary>
internal static class Spread
{
    /// <summary>1 when chance explains it, or when too few units are known to say.</summary>
    public static double Of(IReadOnlyList<Proportion> units, double centre, FunnelRules rules)
    {
        if (units.Count < rules.FewestForSpread || centre is <= 0 or >= 1)
        {
            return 1;
        }

        double[] distances = [.. units.Select(unit => (unit.Value - centre) / Math.Sqrt(centre * (1 - centre) / unit.Of)).Order()];
        var drawnIn = (int)(rules.WinsorShare * distances.Length);
        var (low, high) = (distances[drawnIn], distances[^(drawnIn + 1)]);
        var spread = distances.Average(distance => Math.Pow(Math.Clamp(distance, low, high), 2));
        return spread > 1 + (2 * Math.Sqrt(2.0 / units.Count)) ? spread : 1;
    }
}
