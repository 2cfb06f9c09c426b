namespace Comms.Core.Cases;

/// <summary>A rule by which cases are restricted from the moment they are opened: only people with a named role see them.</summary>
public sealed record CaseRestriction
{
    /// <summary>Flags of Triage, as <c>safeguarding-child</c>; a case with any of them is restricted. At least one.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>The roles that see it, as <c>safeguarding-lead</c>; any of them is enough. At least one.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    internal static IEnumerable<string> Faults(IReadOnlyList<CaseRestriction> restrictions)
    {
        foreach (var restriction in restrictions)
        {
            if (restriction.Flags.Count == 0 || restriction.Flags.Any(string.IsNullOrWhiteSpace))
            {
                yield return "CaseRestrictions: a restriction names no flag";
            }

            if (restriction.Roles.Count == 0 || restriction.Roles.Any(string.IsNullOrWhiteSpace))
            {
                yield return $"CaseRestrictions: nobody would see what is flagged {string.Join(", ", restriction.Flags)}";
            }
        }
    }
}
