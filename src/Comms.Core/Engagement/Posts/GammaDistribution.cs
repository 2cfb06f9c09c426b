namespace Comms.Core.Engagement.Posts;

/// <summary>
/// The gamma distribution, for rates of rare events. The distribution by its series below the mean and by its continued
/// fraction (Lentz's method) above it (Abramowitz and Stegun 6.5.29 and 6.5.31); its inverse by halving. Relative error of a
/// quantile below 10^-9, for shapes from 0.01 to 10^7.
/// </summary>
internal static class GammaDistribution
{
    private const int MostTerms = 100_000;
    private const double Precision = 1e-14;
    private const double Tiny = 1e-300;

    // Stirling's series (Abramowitz and Stegun 6.1.41), exact to the last digits from here on.
    private const double StirlingFrom = 16;

    /// <summary>The value below which a share lies.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="shape">Above 0.</param>
    /// <param name="rate">Above 0.</param>
    public static double Quantile(double share, double shape, double rate)
    {
        var high = Math.Max(1, shape);
        while (Below(high, shape) < share)
        {
            high *= 2;
        }

        var low = 0.0;
        while (high - low > high * 1e-12 && high > Tiny)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Below(middle, shape) < share ? (middle, high) : (low, middle);
        }

        return high / rate;
    }

    /// <summary>The share below a value, at a rate of 1.</summary>
    internal static double Below(double value, double shape)
    {
        if (value <= 0)
        {
            return 0;
        }

        var front = Math.Exp((shape * Math.Log(value)) - value - LogGamma(shape));
        return value < shape + 1 ? front * Series(value, shape) : 1 - (front * Fraction(value, shape));
    }

    private static double Series(double value, double shape)
    {
        var term = 1 / shape;
        var sum = term;
        for (var n = 1; n < MostTerms && term > sum * Precision; n++)
        {
            term *= value / (shape + n);
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double value, double shape)
    {
        var b = value + 1 - shape;
        var c = 1 / Tiny;
        var d = 1 / b;
        var product = d;
        for (var n = 1; n < MostTerms; n++)
        {
            var a = -n * (n - shape);
            b += 2;
            d = 1 / Away((a * d) + b);
            c = Away(b + (a / c));
            product *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                break;
            }
        }

        return product;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < StirlingFrom; x++)
        {
            shift += Math.Log(x);
        }

        var square = x * x;
        var series = (1 / (12 * x)) - (1 / (360 * x * square)) + (1 / (1260 * x * square * square)) - (1 / (1680 * x * square * square * square));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - shift;
    }
}
