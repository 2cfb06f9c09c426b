namespace Comms.Core.Hosting;

/// <summary>How each part of the loop that runs by itself is.</summary>
internal sealed class Pulses(TimeProvider clock)
{
    public TimeProvider Clock => clock;

    public Pulse Sending { get; } = new(clock);

    public Pulse Listening { get; } = new(clock);

    public Pulse Judging { get; } = new(clock);

    public Pulse Mirroring { get; } = new(clock);

    public IReadOnlyList<Pulse> All => [Sending, Listening, Judging, Mirroring];
}
