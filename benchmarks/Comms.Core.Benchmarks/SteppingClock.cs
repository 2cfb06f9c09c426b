namespace Comms.Core.Benchmarks;

/// <summary>A clock that goes on by a minute each time it is read, so that a lease of seconds has always run out.</summary>
internal sealed class SteppingClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private long _minutes;

    public override DateTimeOffset GetUtcNow() => Start.AddMinutes(Interlocked.Increment(ref _minutes));
}
