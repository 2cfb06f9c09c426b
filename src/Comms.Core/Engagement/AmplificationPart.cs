namespace Comms.Core.Engagement;

/// <summary>
/// Whom an account brings: how many acts of others came by it, the first ones counting most. The interval is that of a
/// count, by the normal approximation to a Poisson distribution.
/// </summary>
internal static class AmplificationPart
{
    public static ScorePart Of((double Acts, int People) by, EngagementOptions options)
    {
        var (brought, people) = by;
        var half = Interval.Quantile * Math.Sqrt(brought);
        return new ScorePart(
            "amplification",
            Share(brought, options),
            options.Amplification,
            people,
            Share(Math.Max(0, brought - half), options),
            Share(brought + half, options));
    }

    private static double Share(double brought, EngagementOptions options) => brought / (brought + options.HalfBrought);
}
