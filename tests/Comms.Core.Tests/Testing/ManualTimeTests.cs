using Comms.Core.Testing;
using Xunit;

namespace Comms.Core.Tests.Testing;

public sealed class ManualTimeTests
{
    private readonly ManualTime _clock = new();

    [Fact]
    public void It_stands_until_told_to_move()
    {
        var start = _clock.GetUtcNow();
        Assert.Equal(start, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(start.AddHours(1), _clock.GetUtcNow());
        _clock.Set(start);
        Assert.Equal(start, _clock.GetUtcNow());
    }

    [Fact]
    public void Timers_run_at_their_own_instants_in_order()
    {
        var (start, ran) = (_clock.GetUtcNow(), new List<string>());
        using var late = _clock.CreateTimer(_ => ran.Add($"late {_clock.GetUtcNow() - start}"), null, TimeSpan.FromSeconds(25), Timeout.InfiniteTimeSpan);
        using var often = _clock.CreateTimer(_ => ran.Add($"often {_clock.GetUtcNow() - start}"), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(["often 00:00:10", "often 00:00:20", "late 00:00:25", "often 00:00:30"], ran);
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await delay;
    }
}
