namespace CommsDesk.Demo;

/// <summary>What the team does in the demo's week, step by step.</summary>
internal sealed record WeekPlan(int Version, string Week, string Zone, DateTime Starts, DateTime Ends, IReadOnlyList<WeekStep> Steps);

/// <summary>One step of the plan, at a local time.</summary>
internal sealed record WeekStep(DateTime At, string Do, string Key, string As, string? Reason, string? Expect, string? Message);
