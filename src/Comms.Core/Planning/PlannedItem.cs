namespace Comms.Core.Planning;

/// <summary>How far a planned post has come.</summary>
public enum PlanStep
{
    /// <summary>It is written, and nobody has approved it.</summary>
    Drafted,

    /// <summary>What it says is approved; it has no time yet.</summary>
    Approved,

    /// <summary>It has its time and goes out by itself.</summary>
    Scheduled,

    /// <summary>It stands on every account that it was for.</summary>
    Published,

    /// <summary>It waits for a person: held, rejected, or in doubt.</summary>
    Waiting,

    /// <summary>It was let go: expired or taken back.</summary>
    Dropped,
}

/// <summary>One post of the plan.</summary>
public sealed record PlannedItem
{
    /// <summary>The post's name; the same for as long as it lives.</summary>
    public required string Id { get; init; }

    /// <summary>When it is meant to go out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The accounts it is for; at least one.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>What it says, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>How far it has come.</summary>
    public PlanStep Step { get; init; } = PlanStep.Drafted;

    /// <summary>The campaign's hashtag; null for none.</summary>
    public string? Campaign { get; init; }

    /// <summary>Why it waits or was let go; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it is still to come or already out: not let go.</summary>
    public bool Stands => Step != PlanStep.Dropped;
}
