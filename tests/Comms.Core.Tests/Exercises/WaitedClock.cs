using Microsoft.Extensions.Time.Testing;

namespace Comms.Core.Tests.Exercises;

/// <summary>A clock on the wall that moves only while someone waits for it: what takes no time in a test takes none on it.</summary>
internal sealed class WaitedClock() : FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private int waits;

    /// <summary>Lets a tenth of a second pass if it is waited for, and lets others go on.</summary>
    public async Task StepAsync()
    {
        if (Volatile.Read(ref waits) > 0)
        {
            Advance(TimeSpan.FromSeconds(0.1));
        }

        await Task.Yield();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return timer;
        }

        Interlocked.Increment(ref waits);
        return new Wait(this, timer);
    }

    private sealed class Wait(WaitedClock clock, ITimer timer) : ITimer
    {
        private int over;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            if (Interlocked.Exchange(ref over, 1) == 0)
            {
                Interlocked.Decrement(ref clock.waits);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
