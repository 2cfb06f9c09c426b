using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public class RandomEffectsTests
{
    /// <summary>By hand: mean 17/7, spread 26/7, of which 2 are chance; by 7 − 21/7.</summary>
    [Fact]
    public void Groups_that_differ_by_more_than_chance_have_a_variance() =>
        Assert.Equal(3 / 7.0, RandomEffects.Between([(1, 1), (2, 2), (3, 4)]), 1e-12);

    [Fact]
    public void What_chance_explains_has_none_and_nor_has_one_group()
    {
        Assert.Equal(0, RandomEffects.Between([(1, 1), (1.5, 1)]));
        Assert.Equal(0, RandomEffects.Between([(1, 1)]));
    }
}
