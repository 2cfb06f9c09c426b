namespace Comms.Core.Exercises.Planners;

/// <summary>One event of a list, read.</summary>
internal sealed record PlannedEvent(string Id, TimeSpan At, string Title, string Text)
{
    public string? From { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public string? By { get; init; }

    /// <summary>What players are expected to do; null when it does not say.</summary>
    public string? Expected { get; init; }

    public string? Lesson { get; init; }

    public TimeSpan Within { get; init; }
}
