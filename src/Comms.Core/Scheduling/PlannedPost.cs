namespace Comms.Core.Scheduling;

/// <summary>A post that is planned already, as far as another's time depends on it.</summary>
public sealed record PlannedPost
{
    /// <summary>Its account.</summary>
    public required string Account { get; init; }

    /// <summary>When it goes out, or went.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says; empty when that is not known. Default: empty.</summary>
    public string Text { get; init; } = "";
}
