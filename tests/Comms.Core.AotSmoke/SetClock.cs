namespace Comms.Core.AotSmoke;

/// <summary>Stands at a Monday morning until it is moved.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset instant) => now = instant;
}
