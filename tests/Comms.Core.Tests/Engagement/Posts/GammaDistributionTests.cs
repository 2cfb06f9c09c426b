using Comms.Core.Engagement.Posts;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement.Posts;

public class GammaDistributionTests
{
    /// <summary>Half the quantiles of chi-squared, from printed tables; and the exponential's own formula.</summary>
    [Theory]
    [InlineData(0.95, 0.5, 1.92073)]
    [InlineData(0.05, 10, 5.42541)]
    [InlineData(0.95, 10, 15.70522)]
    [InlineData(0.95, 50, 62.17106)]
    [InlineData(0.05, 1, 0.051293294387550533)]
    [InlineData(0.95, 1, 2.995732273553991)]
    public void Quantiles_are_those_of_the_tables(double share, double shape, double expected) =>
        Assert.Equal(expected, GammaDistribution.Quantile(share, shape, rate: 1), 1e-4);

    [Fact]
    public void A_quantile_is_where_its_share_lies_below() => Gen.Select(Gen.Double[0.01, 0.99], Gen.Double[-2, 6]).Sample((share, magnitude) =>
    {
        var shape = Math.Pow(10, magnitude);
        var value = GammaDistribution.Quantile(share, shape, rate: 1);

        Assert.Equal(share, GammaDistribution.Below(value, shape), 1e-6);
    });

    [Fact]
    public void A_larger_rate_makes_it_smaller_in_proportion() =>
        Assert.Equal(GammaDistribution.Quantile(0.3, 4, 1) / 8, GammaDistribution.Quantile(0.3, 4, 8), 1e-9);

    [Fact]
    public void A_large_shape_is_nearly_normal() =>
        Assert.Equal(1e6 + (1.6448536 * 1e3), GammaDistribution.Quantile(0.95, 1e6, 1), 1.0);
}
