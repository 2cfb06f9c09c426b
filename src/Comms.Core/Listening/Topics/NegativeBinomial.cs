namespace Comms.Core.Listening.Topics;

/// <summary>
/// How many come in an hour, where the rate itself is known only as a gamma distribution: the Gamma–Poisson mixture, which is
/// the negative binomial distribution (Greenwood and Yule, 1920). Summed from its terms in logarithms, so that the smallest
/// chances are right too.
/// </summary>
/// <param name="Mean">How many are expected; above 0.</param>
/// <param name="Size">The shape of the gamma distribution; above 0. The variance is the mean and its square over this.</param>
internal readonly record struct NegativeBinomial(double Mean, double Size)
{
    // A term this much smaller than its sum no longer changes it.
    private const double Precision = 1e-12;

    /// <summary>The chance of this many or more.</summary>
    public double AtLeast(int count)
    {
        if (count <= 0)
        {
            return 1;
        }

        // Below the mean the terms still grow, and the rest of the sum is the shorter way and exact enough.
        return count > Mean ? Sum(count) : 1 - Below(count);
    }

    /// <summary>The most that is ordinary: one more has no greater chance than the rate.</summary>
    public int MostOrdinary(double rate)
    {
        var count = Math.Max(0, (int)Mean);
        while (AtLeast(count + 1) > rate)
        {
            count++;
        }

        return count;
    }

    private double Sum(int count)
    {
        var term = Term(count);
        var sum = term;
        for (var at = count; term > sum * Precision; at++)
        {
            term *= Ratio(at);
            sum += term;
        }

        return Math.Min(1, sum);
    }

    private double Below(int count)
    {
        var term = Term(0);
        var sum = term;
        for (var at = 0; at < count - 1; at++)
        {
            term *= Ratio(at);
            sum += term;
        }

        return Math.Min(1, sum);
    }

    private double Term(int count)
    {
        var log = Size * Math.Log(Size / (Size + Mean));
        for (var at = 0; at < count; at++)
        {
            log += Math.Log(Ratio(at));
        }

        return Math.Exp(log);
    }

    private double Ratio(int at) => (at + Size) / (at + 1) * (Mean / (Size + Mean));
}
