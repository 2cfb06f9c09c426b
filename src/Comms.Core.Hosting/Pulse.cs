namespace Comms.Core.Hosting;

/// <summary>When a run last ended well, and what went wrong since. Thread-safe.</summary>
internal sealed class Pulse(TimeProvider clock)
{
    private volatile Beat _last = new(clock.GetUtcNow(), null);

    public Beat Last => _last;

    public void Ran() => _last = new Beat(clock.GetUtcNow(), null);

    public void Failed(string reason) => _last = _last with { Fault = reason };

    internal sealed record Beat(DateTimeOffset At, string? Fault);
}
