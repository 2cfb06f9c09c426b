namespace Comms.Core.Insights.Funnels;

/// <summary>
/// Limits of a share by the binomial distribution itself, drawn between its steps so that a curve through sizes is smooth
/// (Spiegelhalter 2005, appendix A.1.1). Time grows with the size of the unit.
/// </summary>
internal static class BinomialLimits
{
    /// <summary>The share that a unit passes by chance with probability 1 - <paramref name="tail"/>.</summary>
    public static double At(double tail, long of, double share)
    {
        if (of == 0 || share is <= 0 or >= 1)
        {
            return share;
        }

        var odds = Math.Log(share / (1 - share));
        var log = of * Math.Log(1 - share);
        var below = 0.0;
        for (long count = 0; ; count++)
        {
            var here = Math.Exp(log);
            if (below + here >= tail || count == of)
            {
                var step = here > 0 ? (below + here - tail) / here : 0;
                return Math.Clamp((count - step) / of, 0, 1);
            }

            below += here;
            log += Math.Log((double)(of - count) / (count + 1)) + odds;
        }
    }
}
