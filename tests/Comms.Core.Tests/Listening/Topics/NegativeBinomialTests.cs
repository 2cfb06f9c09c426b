using Comms.Core.Listening.Topics;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Listening.Topics;

public class NegativeBinomialTests
{
    /// <summary>A size of one is the geometric distribution, whose tail is a power; half the mean of a size of two is known by hand.</summary>
    [Theory]
    [InlineData(1, 1, 3, 0.125)]
    [InlineData(3, 1, 10, 0.0563135147)]
    [InlineData(2, 2, 1, 0.75)]
    [InlineData(2, 2, 2, 0.5)]
    [InlineData(2, 2, 0, 1)]
    public void Tails_are_those_known_by_hand(double mean, double size, int count, double expected) =>
        Assert.Equal(expected, new NegativeBinomial(mean, size).AtLeast(count), 1e-9);

    [Fact]
    public void A_size_without_bound_is_the_Poisson_distribution_even_far_out()
    {
        // The Poisson tail of 20 or more at a mean of 2, summed from its terms.
        var term = Math.Exp(-2);
        var tail = 0.0;
        for (var at = 1; at < 60; at++)
        {
            term *= 2.0 / at;
            tail += at >= 20 ? term : 0;
        }

        Assert.Equal(1, new NegativeBinomial(2, 1e9).AtLeast(20) / tail, 1e-5);
    }

    [Fact]
    public void More_is_never_likelier_and_both_ways_to_sum_agree_at_the_mean() =>
        Gen.Select(Gen.Double[0.001, 60], Gen.Double[0.05, 200], Gen.Int[0, 120]).Sample((mean, size, count) =>
        {
            var counts = new NegativeBinomial(mean, size);

            Assert.InRange(counts.AtLeast(count + 1), 0, counts.AtLeast(count) + 1e-9);
            Assert.InRange(counts.AtLeast(count), 0, 1);
        });

    [Fact]
    public void One_more_than_is_ordinary_is_no_likelier_than_the_rate() =>
        Gen.Select(Gen.Double[0.001, 60], Gen.Double[0.05, 200], Gen.Double[1e-6, 0.05]).Sample((mean, size, rate) =>
        {
            var counts = new NegativeBinomial(mean, size);
            var most = counts.MostOrdinary(rate);

            Assert.True(counts.AtLeast(most + 1) <= rate);
            Assert.True(most <= mean || counts.AtLeast(most) > rate);
        });
}
