namespace Comms.Core.Triage;

/// <summary>How many messages of a stream are worked on at once.</summary>
public sealed record TriageStreamOptions
{
    /// <summary>How many messages are judged at the same time. Default: one for each processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// The most messages that are read from the source and not yet taken by the reader, besides the one that the source
    /// is just then asked for. A reader that stops taking stops the source. At least 1. Default: 2,048.
    /// </summary>
    public int ReadAhead { get; init; } = 2048;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReadAhead, 1);
    }
}
