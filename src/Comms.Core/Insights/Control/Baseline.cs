namespace Comms.Core.Insights.Control;

/// <summary>Draws limits from the points that say what is usual.</summary>
internal static class Baseline
{
    /// <summary>XmR: the mean, and so many mean moving ranges to either side, without the ranges that are far from the rest.</summary>
    public static Limits[] OfValues(IReadOnlyList<double> values, int count, ControlRules rules)
    {
        var usual = values.Take(count).ToArray();
        var limits = Limits.Around(usual.Average(), rules.LimitRanges * MeanRange(usual, rules), rules, double.PositiveInfinity);
        return [.. Enumerable.Repeat(limits, values.Count)];
    }

    /// <summary>
    /// p: the share of all, and sigmas of chance that depend on each period's size; wider where the shares wander more from
    /// one period to the next than chance explains (Laney's p′), never narrower.
    /// </summary>
    public static Limits[] OfShares(IReadOnlyList<Proportion> shares, int count, ControlRules rules)
    {
        var usual = shares.Take(count).ToArray();
        var centre = (double)usual.Sum(share => share.Count) / usual.Sum(share => share.Of);
        var chance = Math.Sqrt(centre * (1 - centre));
        double[] standard = [.. usual.Select(share => chance > 0 ? (share.Value - centre) * Math.Sqrt(share.Of) / chance : 0)];
        var wander = Math.Max(1, MeanRange(standard, rules) / rules.RangeOfSigma);
        return [.. shares.Select(share => Limits.Around(centre, rules.LimitSigmas * wander * chance / Math.Sqrt(share.Of), rules, most: 1))];
    }

    /// <summary>Without the ranges far from the rest, unless those are all there is.</summary>
    private static double MeanRange(double[] values, ControlRules rules)
    {
        double[] ranges = [.. values.Skip(1).Zip(values, (here, before) => Math.Abs(here - before))];
        var mean = ranges.DefaultIfEmpty(0).Average();
        var screened = ranges.Where(range => range < rules.ScreenRanges * mean).DefaultIfEmpty(mean).Average();
        return screened > 0 ? screened : mean;
    }
}
