namespace Comms.Core.Governance;

/// <summary>
/// The ordinary rule: the roles <c>author</c>, <c>approver</c> and <c>publisher</c> give one permission each, and any of
/// them lets someone correct what triage judged, handle cases and moderate the feed. <c>handler</c> lets someone handle cases
/// alone, <c>moderator</c> moderate alone; <c>approver</c> and <c>data-protection</c> see to requests about personal data; <c>duty-of-candour</c> records that a family was told; <c>controller</c> runs an exercise; <c>break-glass</c> approves alone in an emergency.
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
            Permission.Moderate => actor.Roles.Any(role => role == "moderator" || IsOfTheDesk(role)),
            Permission.Govern => actor.Roles.Any(role => role is "data-protection" or "approver"),
            _ => actor.Roles.Contains(RoleFor(permission), StringComparer.Ordinal),
        };
    }

    private static bool IsOfTheDesk(string role) => role is "author" or "approver" or "publisher";

    private static string RoleFor(Permission permission) => permission switch
    {
        Permission.Author => "author",
        Permission.Approve => "approver",
        Permission.Publish => "publisher",
        Permission.Candour => "duty-of-candour",
        Permission.Control => "controller",
        Permission.BreakGlass => "break-glass",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a permission."),
    };
}
