namespace CommsDesk.Demo;

/// <summary>A clock that the demo moves on, so that a week passes in seconds. It never goes back.</summary>
internal sealed class WeekClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;
}
