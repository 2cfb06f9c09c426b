namespace Comms.Core.Planning;

/// <summary>What a team means to do: the posts with their times, and what stands behind them.</summary>
public sealed record Plan
{
    /// <summary>The team's zone, by which days and weekends go.</summary>
    public required string Zone { get; init; }

    /// <summary>The posts, in any order.</summary>
    public IReadOnlyList<PlannedItem> Items { get; init; } = [];

    /// <summary>The accounts that should not fall silent. Default: none.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Campaigns. Default: none.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Series. Default: none.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Work in steps. Default: none.</summary>
    public IReadOnlyList<Workflow> Workflows { get; init; } = [];

    /// <summary>Who is to be reached. Default: nobody is named.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>The people and their time; null when capacity is not looked at.</summary>
    public TeamTime? Team { get; init; }

    /// <summary>What the plan is held to.</summary>
    public PlanRules Rules { get; init; } = new();
}
