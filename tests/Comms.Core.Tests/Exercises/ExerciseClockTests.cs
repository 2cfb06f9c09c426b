using Comms.Core.Exercises;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Comms.Core.Tests.Exercises;

public sealed class ExerciseClockTests
{
    private static readonly DateTimeOffset Starts = new(2026, 12, 7, 7, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider wall = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void It_runs_at_its_rate_without_losing_a_tick()
    {
        var clock = new ExerciseClock(Starts, 59.5m, wall);
        for (var i = 0; i < 1000; i++)
        {
            wall.Advance(TimeSpan.FromMilliseconds(7.3));
            clock.GetUtcNow();
        }

        Assert.Equal(Starts.AddTicks((long)(73_000 * 1000 * 59.5m)), clock.GetUtcNow());
    }

    [Fact]
    public void It_stands_still_while_paused_and_goes_on_from_there()
    {
        var clock = new ExerciseClock(Starts, 60, wall);
        wall.Advance(TimeSpan.FromSeconds(1));
        clock.Pause();
        wall.Advance(TimeSpan.FromHours(1));
        Assert.True(clock.IsPaused);
        Assert.Equal(Starts.AddMinutes(1), clock.GetUtcNow());

        clock.Resume();
        clock.Rate = 120;
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Starts.AddMinutes(3), clock.GetUtcNow());
    }

    [Fact]
    public void It_moves_on_and_never_back()
    {
        var clock = new ExerciseClock(Starts, 1, wall);
        clock.JumpTo(Starts.AddHours(2));
        clock.JumpTo(Starts.AddHours(1));

        Assert.Equal(Starts.AddHours(2), clock.GetUtcNow());
    }

    [Fact]
    public async Task It_stands_where_something_is_handled_however_long_that_takes()
    {
        var clock = new ExerciseClock(Starts, 60, wall);
        var reached = clock.ReachAsync(Starts.AddMinutes(1), skip: false, atMost: null, TestContext.Current.CancellationToken).AsTask();
        wall.Advance(TimeSpan.FromMinutes(5));
        await reached;
        wall.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Starts.AddMinutes(1), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_fires_by_the_situation()
    {
        var clock = new ExerciseClock(Starts, 60, wall);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));

        wall.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, fired);
        wall.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
        clock.Pause();
        wall.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, fired);
        clock.Resume();
        wall.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, fired);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_rate_that_is_none_is_refused(int rate) => Assert.Throws<ArgumentOutOfRangeException>(() => new ExerciseClock(Starts, rate, wall));
}
