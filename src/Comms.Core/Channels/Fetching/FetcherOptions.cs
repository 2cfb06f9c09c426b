namespace Comms.Core.Channels.Fetching;

/// <summary>The bounds of a <see cref="GuardedFetcher"/>.</summary>
public sealed record FetcherOptions
{
    /// <summary>The largest answer, in bytes. From 1 kB to 100 MB. Default: 4 MB.</summary>
    public int LargestAnswer { get; init; } = 4 << 20;

    /// <summary>How many redirects are followed. From 0 to 10. Default: 3.</summary>
    public int MostRedirects { get; init; } = 3;

    /// <summary>How long one fetch may take, redirects and all. From 1 second to 5 minutes. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether addresses of this machine and of private networks are fetched, and plain http from this machine. For an
    /// intranet that the team itself named, never for an address out of a message. Default: false.
    /// </summary>
    public bool AllowPrivate { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(LargestAnswer, 1_000, nameof(LargestAnswer));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LargestAnswer, 100_000_000, nameof(LargestAnswer));
        ArgumentOutOfRangeException.ThrowIfNegative(MostRedirects, nameof(MostRedirects));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MostRedirects, 10, nameof(MostRedirects));
        ArgumentOutOfRangeException.ThrowIfLessThan(Timeout, TimeSpan.FromSeconds(1), nameof(Timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Timeout, TimeSpan.FromMinutes(5), nameof(Timeout));
    }
}
