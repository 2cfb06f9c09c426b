namespace Comms.Core.Channels.Fetching;

/// <summary>What came of a fetch.</summary>
public abstract record Fetched
{
    private Fetched()
    {
    }

    /// <summary>The page.</summary>
    /// <param name="Bytes">As they came.</param>
    /// <param name="MediaType">What the server says it is, as <c>application/rss+xml</c>; null when it does not say.</param>
    /// <param name="Validators">To ask with next time.</param>
    public sealed record Page(ReadOnlyMemory<byte> Bytes, string? MediaType, Validators Validators) : Fetched;

    /// <summary>It is the same as when the validators were given.</summary>
    public sealed record Unchanged : Fetched;
}
