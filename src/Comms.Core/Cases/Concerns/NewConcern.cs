namespace Comms.Core.Cases.Concerns;

/// <summary>What people say that those who decide should hear.</summary>
public sealed record NewConcern
{
    /// <summary>What they say, in the team's own words and naming nobody, as “there is no shelter at the shuttle stop”: it may be published.</summary>
    public required string Said { get; init; }

    /// <summary>Who decides, as “the estates manager”.</summary>
    public required string To { get; init; }

    /// <summary>The cases that bear it out, by id; at least one.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Said);
        ArgumentException.ThrowIfNullOrWhiteSpace(To);
        ArgumentOutOfRangeException.ThrowIfZero(Cases.Count);
    }
}
