namespace Comms.Core.Exercises;

/// <summary>A timer that fires by the situation's time. It waits on the wall's clock and looks again whenever the situation's changes.</summary>
internal sealed class ExerciseTimer : ITimer
{
    private readonly ExerciseClock _clock;
    private readonly Action _fire;
    private readonly Lock _gate = new();
    private readonly ITimer _onWall;
    private DateTimeOffset? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public ExerciseTimer(ExerciseClock clock, Action fire)
    {
        (_clock, _fire) = (clock, fire);
        _onWall = clock.Wall.CreateTimer(static timer => ((ExerciseTimer)timer!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            _period = period;
        }

        Arm();
        return true;
    }

    /// <summary>Waits anew on the wall for as long as it takes from here.</summary>
    public void Arm()
    {
        lock (_gate)
        {
            var wait = _due is { } due ? _clock.UntilOnWall(due) : null;
            _onWall.Change(wait ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _clock.Forget(this);
        _onWall.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _clock.Forget(this);
        return _onWall.DisposeAsync();
    }

    private void Look()
    {
        bool fires;
        lock (_gate)
        {
            fires = _due is { } due && _clock.GetUtcNow() >= due;
            if (fires)
            {
                _due = _period > TimeSpan.Zero ? _due + _period : null;
            }
        }

        if (fires)
        {
            _fire();
        }

        Arm();
    }
}
