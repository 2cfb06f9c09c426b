using Comms.Core.Governance;

namespace Comms.Core.Cases;

/// <summary>Who sees a case, and which cases are restricted from the moment they are opened. Pure.</summary>
internal sealed class CaseAccess(IReadOnlyList<CaseRestriction> restrictions)
{
    /// <summary>By reference: the engine's own actor cannot come from a configuration, whatever a person is called there.</summary>
    public static bool Sees(Actor by, CaseRecord one) =>
        one.RestrictedTo is not { Count: > 0 } roles || ReferenceEquals(by, Actor.Engine) || by.Roles.Any(role => roles.Contains(role, StringComparer.Ordinal));

    public static CaseStep Restrict(CaseRecord now, IReadOnlyList<string> roles) => now.JoinedTo is { } other
        ? CaseStep.No($"it was joined to {other}: restrict that")
        : CaseStep.To(now with { RestrictedTo = [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] });

    public static CaseStep Lift(CaseRecord now) => now.JoinedTo is { } other ? CaseStep.No($"it was joined to {other}: lift it there")
        : now.RestrictedTo is null ? CaseStep.No("it is not restricted")
        : CaseStep.To(now with { RestrictedTo = null });

    /// <summary>
    /// A case with the restriction that its newly found flags ask for. One that is restricted stays as it is, and a
    /// restriction that a person lifted does not come back with flags that were there before.
    /// </summary>
    public CaseRecord Opened(CaseRecord next, IReadOnlyList<string> knownFlags)
    {
        string[] roles =
        [
            .. restrictions.Where(rule => next.Flags.Except(knownFlags, StringComparer.Ordinal).Any(flag => rule.Flags.Contains(flag, StringComparer.Ordinal)))
                .SelectMany(rule => rule.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return roles.Length == 0 || next.RestrictedTo is not null ? next : next with { RestrictedTo = roles };
    }
}
