namespace Comms.Core.Benchmarks;

/// <summary>The machine's clock, set ahead when told: what is planned for later falls due at once.</summary>
internal sealed class OffsetClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);
}
