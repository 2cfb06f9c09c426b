namespace Comms.Core.Hosting;

/// <summary>How the two halves of the loop are: what goes out, and what comes back.</summary>
internal sealed class Pulses(TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public Pulse Out { get; } = new(clock);

    public Pulse Back { get; } = new(clock);
}
