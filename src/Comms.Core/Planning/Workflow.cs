namespace Comms.Core.Planning;

/// <summary>A piece of work as a checklist, as a video in seven steps.</summary>
public sealed record Workflow
{
    /// <summary>What is made.</summary>
    public required string Name { get; init; }

    /// <summary>When it must be ready; null for no date.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<WorkflowStep> Steps { get; init; }

    /// <summary>The first step that is not done; null when all are.</summary>
    public WorkflowStep? Next => Steps.FirstOrDefault(step => !step.Done);

    /// <summary>How long the steps that are left take.</summary>
    public TimeSpan Left => TimeSpan.FromMinutes(Steps.Where(step => !step.Done).Sum(step => step.Minutes));
}

/// <summary>A step of a <see cref="Workflow"/>.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Minutes">How long it takes, in minutes; not negative.</param>
/// <param name="Done">Whether it is done.</param>
public sealed record WorkflowStep(string Name, int Minutes, bool Done = false);
