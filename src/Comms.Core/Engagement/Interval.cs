namespace Comms.Core.Engagement;

/// <summary>An 80 % interval of a share, by the normal approximation to a Beta distribution.</summary>
internal static class Interval
{
    // The standard normal quantile of 90 %: 10 % lie below the lower end, and 10 % above the upper.
    public const double Quantile = 1.2815515655446004;

    public static double Low(double mean, double observations) => Math.Max(0, mean - Half(mean, observations));

    public static double High(double mean, double observations) => Math.Min(1, mean + Half(mean, observations));

    private static double Half(double mean, double observations) =>
        Quantile * Math.Sqrt(Math.Max(0, mean * (1 - mean)) / (observations + 1));
}
