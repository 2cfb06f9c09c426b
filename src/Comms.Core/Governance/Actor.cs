namespace Comms.Core.Governance;

/// <summary>A person, or a program that acts for one, as the host has established it.</summary>
/// <param name="Id">Unique and stable; stands in the audit.</param>
/// <param name="Roles">An open vocabulary, as <c>author</c>, <c>approver</c>, <c>publisher</c>.</param>
public sealed record Actor(string Id, IReadOnlyList<string> Roles)
{
    /// <summary>The engine itself, for what it does on its own: dispatching, listening, triage.</summary>
    public static Actor Engine { get; } = new("engine", []);
}
