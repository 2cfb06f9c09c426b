namespace Comms.Core.Governance;

/// <summary>
/// The ordinary rule: the roles <c>author</c>, <c>approver</c> and <c>publisher</c> give one permission each, and any of
/// them lets someone correct what triage judged and handle cases. <c>handler</c> lets someone handle cases alone.
/// </summary>
public sealed class RoleAuthorizer : IAuthorizer
{
    /// <inheritdoc />
    public bool May(Actor actor, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return permission switch
        {
            Permission.Correct => actor.Roles.Any(IsOfTheDesk),
            Permission.Handle => actor.Roles.Any(role => role == "handler" || IsOfTheDesk(role)),
            _ => actor.Roles.Contains(RoleFor(permission), StringComparer.Ordinal),
        };
    }

    private static bool IsOfTheDesk(string role) => role is "author" or "approver" or "publisher";

    private static string RoleFor(Permission permission) => permission switch
    {
        Permission.Author => "author",
        Permission.Approve => "approver",
        Permission.Publish => "publisher",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a permission."),
    };
}
