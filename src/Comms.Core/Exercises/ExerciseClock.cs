namespace Comms.Core.Exercises;

/// <summary>
/// The situation's clock of an exercise: it runs at a rate of the clock on the wall, can be paused and moved on, and never
/// goes back. While the exercise handles what falls on an instant the clock stands there, however slow the machine is: that
/// is why the transcript is the same at every rate. Thread-safe.
/// </summary>
public sealed class ExerciseClock : TimeProvider
{
    /// <summary>The fastest rate: a million times the clock on the wall.</summary>
    public const decimal Fastest = 1_000_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _wall;
    private readonly List<ExerciseTimer> _timers = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _from;
    private DateTimeOffset _stop = DateTimeOffset.MaxValue;
    private long _fromOnWall;
    private decimal _rate;
    private bool _paused;

    /// <summary>A clock that begins to run at once.</summary>
    /// <param name="starts">What it shows first.</param>
    /// <param name="rate">How many seconds pass in a second on the wall: more than 0, at most <see cref="Fastest"/>. 60 makes an hour a minute.</param>
    /// <param name="wall">The clock on the wall; null for the system's.</param>
    public ExerciseClock(DateTimeOffset starts, decimal rate = 1, TimeProvider? wall = null)
    {
        CheckRate(rate);
        _wall = wall ?? System;
        _from = starts.ToUniversalTime();
        _fromOnWall = _wall.GetTimestamp();
        _rate = rate;
    }

    /// <summary>How many seconds pass in a second on the wall. More than 0, at most <see cref="Fastest"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to anything else.</exception>
    public decimal Rate
    {
        get
        {
            lock (_gate)
            {
                return _rate;
            }
        }

        set
        {
            CheckRate(value);
            Change(() => _rate = value);
        }
    }

    /// <summary>Whether the situation stands still.</summary>
    public bool IsPaused
    {
        get
        {
            lock (_gate)
            {
                return _paused;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Where it stands until the next call.</summary>
    internal DateTimeOffset Stop
    {
        get
        {
            lock (_gate)
            {
                return _stop;
            }
        }
    }

    /// <summary>The clock on the wall.</summary>
    internal TimeProvider Wall => _wall;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Now();
        }
    }

    /// <summary>Ticks of the situation's time, so that what is measured by them runs at the exercise's rate too.</summary>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>A timer by the situation's time.</summary>
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ExerciseTimer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets the situation stand still; nothing is due until <see cref="Resume"/>. Paused twice is paused once.</summary>
    public void Pause() => Change(() => _paused = true);

    /// <summary>Lets the situation go on from where it stood.</summary>
    public void Resume() => Change(() => _paused = false);

    /// <summary>Moves the situation on. Nothing is left out: what falls between is handled first, each at its own instant.</summary>
    /// <param name="instant">Where to; one that has passed changes nothing.</param>
    public void JumpTo(DateTimeOffset instant) => Change(() => _from = instant > _from ? instant.ToUniversalTime() : _from);

    /// <summary>Waits until the situation is at an instant, and lets the clock stand there until the next call.</summary>
    /// <param name="instant">Not before the last one waited for.</param>
    /// <param name="skip">Whether to go there at once; a pause is waited for all the same.</param>
    /// <param name="atMost">How long to wait on the wall; null for as long as it takes.</param>
    /// <param name="cancel">Stops the wait.</param>
    /// <returns>Whether it is there.</returns>
    internal async ValueTask<bool> ReachAsync(DateTimeOffset instant, bool skip, TimeSpan? atMost, CancellationToken cancel)
    {
        var since = _wall.GetTimestamp();
        Change(() => _stop = instant.ToUniversalTime());
        while (true)
        {
            Task changed;
            TimeSpan? wait;
            lock (_gate)
            {
                if (skip && !_paused && Now() < _stop)
                {
                    _from = _stop;
                    _fromOnWall = _wall.GetTimestamp();
                }

                changed = _changed.Task;
                wait = Now() >= _stop ? TimeSpan.Zero : OnWallUntil(_stop);
            }

            var left = atMost - _wall.GetElapsedTime(since);
            if (wait == TimeSpan.Zero || left <= TimeSpan.Zero)
            {
                return wait == TimeSpan.Zero;
            }

            wait = wait is { } needed && left is { } most ? (needed < most ? needed : most) : wait ?? left;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            await Task.WhenAny(changed, Task.Delay(wait ?? Timeout.InfiniteTimeSpan, _wall, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
        }
    }

    /// <summary>How long on the wall until the clock may show an instant, never longer than a day; null while it is not on the way there.</summary>
    internal TimeSpan? UntilOnWall(DateTimeOffset instant)
    {
        lock (_gate)
        {
            return instant <= Now() ? TimeSpan.Zero : instant > _stop ? null : OnWallUntil(instant);
        }
    }

    internal void Forget(ExerciseTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private static void CheckRate(decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(rate, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, Fastest);
    }

    private DateTimeOffset Now()
    {
        if (_paused || _from >= _stop)
        {
            return _from < _stop ? _from : _stop;
        }

        var passed = _wall.GetElapsedTime(_fromOnWall).Ticks * _rate;
        return passed < (_stop - _from).Ticks ? _from.AddTicks((long)passed) : _stop;
    }

    private TimeSpan? OnWallUntil(DateTimeOffset instant)
    {
        if (_paused)
        {
            return null;
        }

        // It may have got there since it was last asked.
        var ticks = Math.Max(0, decimal.Ceiling((instant - Now()).Ticks / _rate));
        return ticks < LongestWait.Ticks ? TimeSpan.FromTicks((long)ticks) : LongestWait;
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        ExerciseTimer[] timers;
        lock (_gate)
        {
            // A jump ahead of where the clock must stand yet is not forgotten.
            var now = Now();
            _from = _from > now ? _from : now;
            _fromOnWall = _wall.GetTimestamp();
            change();
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            timers = [.. _timers];
        }

        changed.SetResult();
        foreach (var timer in timers)
        {
            timer.Arm();
        }
    }
}
