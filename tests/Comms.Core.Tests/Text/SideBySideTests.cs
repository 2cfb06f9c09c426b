using Comms.Core.Text;
using Xunit;

namespace Comms.Core.Tests.Text;

public class SideBySideTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(10_000)]
    public void Each_is_done_once(int count)
    {
        var done = new int[count];

        SideBySide.Do(count, (from, to) =>
        {
            for (var at = from; at < to; at++)
            {
                done[at]++;
            }
        });

        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public void What_a_part_throws_is_thrown_as_it_is(int count) =>
        Assert.Equal("no", Assert.Throws<InvalidOperationException>(() => SideBySide.Do(count, (_, _) => throw new InvalidOperationException("no"))).Message);

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public void What_each_gives_stands_in_their_order(int count)
    {
        int[] items = [.. Enumerable.Range(0, count)];

        Assert.Equal(items.Select(item => item * 2), SideBySide.Select(items, item => item * 2));
    }
}
