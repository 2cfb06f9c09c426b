namespace Comms.Core.Exercises.Sharing;

/// <summary>The situation's clock at another desk: as it was last told, and on from there at its rate, never past the next thing to happen.</summary>
internal sealed class SeatClock(SharedClock told, TimeProvider wall) : TimeProvider
{
    private volatile SharedClock _told = told;

    public SharedClock Told
    {
        get => _told;
        set => _told = value;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _told.Shows(wall.GetUtcNow());

    public override long GetTimestamp() => GetUtcNow().UtcTicks;
}
