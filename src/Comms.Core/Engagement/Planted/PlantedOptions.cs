namespace Comms.Core.Engagement.Planted;

/// <summary>How a made-up community is grown. Every figure is an assumption; none was measured.</summary>
public sealed record PlantedOptions
{
    /// <summary>Real people. From 10 to 1,000,000. Default: 1,000.</summary>
    public int People { get; init; } = 1000;

    /// <summary>How many hear each of them, on average. From 2 to one less than there are people. Default: 8.</summary>
    public int Ties { get; init; } = 8;

    /// <summary>For how many weeks they take part. From 1 to 520. Default: 26.</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>The chance that somebody who hears an ordinary person's act is moved by it to act too. From 0 to 0.1. Default: 0.05.</summary>
    public double Moved { get; init; } = 0.05;

    /// <summary>The share of those moved whose act shows who moved them; the others turn to the team itself. From 0 to 1. Default: 0.6.</summary>
    public double Shown { get; init; } = 0.6;

    /// <summary>Accounts that turn to the team all day and to anybody, and move nobody. 0 or more. Default: 20.</summary>
    public int Bots { get; init; } = 20;

    /// <summary>Groups of accounts that turn to each other every day, and move nobody else. 0 or more. Default: 4.</summary>
    public int Rings { get; init; } = 4;

    /// <summary>How many accounts a ring has. 2 or more. Default: 6.</summary>
    public int RingSize { get; init; } = 6;

    /// <summary>The instant at which the last week ends.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What to draw by: the same seed grows the same community on every machine. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(People, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(People, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Ties, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Ties, People);
        ArgumentOutOfRangeException.ThrowIfLessThan(Weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weeks, 520);
        ArgumentOutOfRangeException.ThrowIfNegative(Moved);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Moved, 0.1);
        ArgumentOutOfRangeException.ThrowIfNegative(Shown);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Shown, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Bots);
        ArgumentOutOfRangeException.ThrowIfNegative(Rings);
        ArgumentOutOfRangeException.ThrowIfLessThan(RingSize, 2);
    }
}
