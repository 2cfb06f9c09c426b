using Comms.Core.Engagement;
using CsCheck;
using Xunit;

namespace Comms.Core.Tests.Engagement;

public class Regularities
{
    [Fact]
    public void Equal_gaps_are_not_bursty_at_all() => Assert.Equal(-1, RegularityPart.Burstiness([2, 2, 2, 2, 2]), 12);

    [Fact]
    public void All_at_once_is_as_bursty_as_can_be() => Assert.Equal(1, RegularityPart.Burstiness([1, 0, 0, 0, 0]), 12);

    [Fact]
    public void Burstiness_lies_between() => Gen.Int[1, 1000].List[5, 40].Sample(gaps =>
        Assert.InRange(RegularityPart.Burstiness([.. gaps.Select(gap => (double)gap)]), -1 - 1e-9, 1 + 1e-9));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 5.0 / 13)]
    [InlineData(26, 25.0 / 33)]
    public void A_weekly_rhythm_says_nothing_before_five_gaps_and_more_with_each(int weeks, double expected) =>
        Assert.Equal(expected, Acts.Score(Acts.Weekly("@a", weeks, 0)).Of("@a").Part("regularity").Value, 12);
}
