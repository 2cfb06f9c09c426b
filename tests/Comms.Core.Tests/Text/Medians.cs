using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public class Medians
{
    [Theory]
    [InlineData(new double[0], null)]
    [InlineData(new[] { 3.0 }, 3.0)]
    [InlineData(new[] { 5.0, 1.0, 2.0 }, 2.0)]
    [InlineData(new[] { 4.0, 1.0, 2.0, 100.0 }, 3.0)]
    public void The_middle_one_or_the_mean_of_the_middle_two(double[] numbers, double? middle) => Assert.Equal(middle, Median.Of(numbers));
}
