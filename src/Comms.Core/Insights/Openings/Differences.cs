using Comms.Core.Insights.Control;

namespace Comms.Core.Insights.Openings;

/// <summary>How far two stretches of time, or two groups, differ, with an interval. Pure.</summary>
internal static class Differences
{
    /// <summary>The standard normal quantile of 97.5 %: an interval of 95 %.</summary>
    public const double Of95 = 1.959963984540054;

    /// <summary>
    /// The ratio of two rates over as many weeks each. Half a message is added to each side, and where weeks differ more than
    /// chance lets them (one event brings many complaints) the interval is the wider for it: quasi-likelihood, P. McCullagh and
    /// J. A. Nelder, Generalized Linear Models, 2nd edition, 1989, chapter 6.
    /// </summary>
    /// <param name="before">The counts of each week.</param>
    /// <param name="after">The counts of each week, as many.</param>
    public static (double Low, double High) OfRates(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var (sum, later) = (before.Sum() + 0.5, after.Sum() + 0.5);
        var spread = Math.Max(1, (Scatter(before) + Scatter(after)) / (before.Count + after.Count - 2));
        var half = Of95 * Math.Sqrt(spread * ((1 / sum) + (1 / later)));
        return (later / sum * Math.Exp(-half), later / sum * Math.Exp(half));
    }

    /// <summary>
    /// The difference of two shares, the second less the first, one success and one failure added to each: A. Agresti and
    /// B. Caffo, The American Statistician 54 (2000) 280–288.
    /// </summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="quantile">How many standard errors the interval reaches to either side.</param>
    public static (double Low, double High) OfShares(Proportion before, Proportion after, double quantile = Of95)
    {
        var ((share, error), (later, laterError)) = (Adjusted(before), Adjusted(after));
        var half = quantile * Math.Sqrt(error + laterError);
        return (later - share - half, later - share + half);
    }

    private static (double Share, double Variance) Adjusted(Proportion counted)
    {
        var (count, of) = (counted.Count + 1.0, counted.Of + 2.0);
        return (count / of, count / of * (1 - (count / of)) / of);
    }

    /// <summary>Pearson's statistic of counts about their mean; 0 where there is nothing.</summary>
    private static double Scatter(IReadOnlyList<double> counts)
    {
        var mean = counts.Average();
        return mean == 0 ? 0 : counts.Sum(count => (count - mean) * (count - mean)) / mean;
    }
}
