namespace Comms.Core.Governance;

/// <summary>A person, or a program that acts for one, as the host has established it.</summary>
/// <param name="Id">Unique and stable; stands in the audit.</param>
/// <param name="Roles">An open vocabulary, as <c>author</c>, <c>approver</c>, <c>publisher</c>; those lent by others among them.</param>
public sealed record Actor(string Id, IReadOnlyList<string> Roles)
{
    /// <summary>The engine itself, for what it does on its own: dispatching, listening, triage.</summary>
    public static Actor Engine { get; } = new("engine", []);

    /// <summary>Which of the roles are others', for whom they stand in (<see cref="Delegations.DelegationDesk.ActingAsync"/>). Default: none.</summary>
    public IReadOnlyList<LentRole> Lent { get; init; } = [];

    /// <summary>The same person without what one other alone has lent them.</summary>
    internal Actor Without(string lender)
    {
        var theirs = Lent.GroupBy(lent => lent.Role, StringComparer.Ordinal).Where(role => role.All(lent => lent.By == lender)).Select(role => role.Key);
        return this with { Roles = [.. Roles.Except(theirs, StringComparer.Ordinal)] };
    }
}

/// <summary>A role that someone has for another.</summary>
/// <param name="Role">The role.</param>
/// <param name="By">For whom.</param>
public sealed record LentRole(string Role, string By);
