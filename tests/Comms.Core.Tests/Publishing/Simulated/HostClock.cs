namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>A process's own clock: off by as much as its machine's is, with timers that fire when the process runs.</summary>
internal sealed class HostClock(World world, Process process, Func<TimeSpan> off) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => world.Now + off();

    /// <summary>No jump of the hands moves it.</summary>
    public override long GetTimestamp() => world.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HostTimer(world, process, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class HostTimer(World world, Process process, Action ring) : ITimer
    {
        private int _set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var set = ++_set;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                world.In(dueTime, () => Ring(set, period), process);
            }

            return true;
        }

        public void Dispose() => _set++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(int set, TimeSpan period)
        {
            if (set != _set)
            {
                return;
            }

            if (period > TimeSpan.Zero)
            {
                Change(period, period);
            }

            ring();
        }
    }
}
