namespace Comms.Core.Governance;

/// <summary>
/// The ordinary rule: the roles <c>author</c>, <c>approver</c> and <c>publisher</c> give one permission each, and any of
/// them lets someone correct what triage judged.
/// </summary>
public sealed class RoleAuthorizer : IAuthorizer
{
    /// <inheritdoc />
    public bool May(Actor actor, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return permission == Permission.Correct
            ? actor.Roles.Any(role => role is "author" or "approver" or "publisher")
            : actor.Roles.Contains(RoleFor(permission), StringComparer.Ordinal);
    }

    private static string RoleFor(Permission permission) => permission switch
    {
        Permission.Author => "author",
        Permission.Approve => "approver",
        Permission.Publish => "publisher",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a permission."),
    };
}
