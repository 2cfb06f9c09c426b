namespace Comms.Core.Cases.Concerns;

/// <summary>What came of a concern.</summary>
public sealed record ConcernOutcome
{
    /// <summary>What was done, or why nothing can be, naming nobody: it may be published.</summary>
    public required string Did { get; init; }

    /// <summary>Who decided it, as “the estates manager”.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Did);
        ArgumentException.ThrowIfNullOrWhiteSpace(By);
    }
}
