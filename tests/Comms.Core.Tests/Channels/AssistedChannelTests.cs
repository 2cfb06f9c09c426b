using Comms.Core.Channels;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Channels;

public class AssistedChannelTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Words_are_held_to_the_platforms_own_length_and_no_thread_is_asked_of_a_person()
    {
        var traits = await new AssistedChannel("page", "twitter", clock: Clock).DescribeAsync(TestContext.Current.CancellationToken);

        Assert.Equal((280, false), (traits.MaxLength, traits.Threads));
    }

    [Fact]
    public async Task A_notice_board_sets_no_limit()
    {
        var board = new AssistedChannel("board", platform: null, "pin it to the board by the lifts");

        Assert.Null((await board.DescribeAsync(TestContext.Current.CancellationToken)).MaxLength);
        Assert.Equal("pin it to the board by the lifts", board.Task);
    }

    [Fact]
    public void A_platform_that_is_not_known_is_the_callers_fault() =>
        Assert.Contains("facebook", Assert.Throws<ArgumentException>(() => new AssistedChannel("page", "myspace")).Message, StringComparison.Ordinal);
}
