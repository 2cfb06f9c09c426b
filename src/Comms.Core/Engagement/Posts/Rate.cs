namespace Comms.Core.Engagement.Posts;

/// <summary>A rate that is uncertain: a gamma distribution of a shape, whose mean is the shape by the rate.</summary>
/// <param name="Shape">How much it rests on.</param>
/// <param name="Per">The exposure.</param>
internal readonly record struct Rate(double Shape, double Per)
{
    /// <summary>A spread so small that nothing differs: everything is drawn to the mean.</summary>
    private const double Alike = 1e6;

    public double Mean => Shape / Per;

    /// <summary>One in twenty lies below.</summary>
    public double Low => GammaDistribution.Quantile(0.05, Shape, Per);

    /// <summary>One in twenty lies above.</summary>
    public double High => GammaDistribution.Quantile(0.95, Shape, Per);

    /// <summary>The rate of a mean and a variance; alike where the variance is none.</summary>
    public static Rate Of(double mean, double variance)
    {
        var shape = variance > 0 ? Math.Min(Alike, mean * mean / variance) : Alike;
        return new Rate(shape, shape / mean);
    }

    /// <summary>What is known of it after so many events in so much exposure.</summary>
    public Rate After(double events, double exposure) => new(Shape + events, Per + exposure);
}
