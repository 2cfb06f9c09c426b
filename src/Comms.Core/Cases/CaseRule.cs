using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// Decides whether a message asks someone to act. What does not is reported to its team, and never closed unread. A doubt
/// about an English message is shown with it and opens no case of its own: it asks for a look, not for an act. Pure.
/// </summary>
internal static class CaseRule
{
    /// <summary>Kinds that ask for an act by someone.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "complaint", "concern", "question", "foi", "subject-access", "media", "elected", "candidate", "consultation", "abuse",
    };

    /// <summary>Why someone must act; empty when nobody must.</summary>
    public static IReadOnlyList<string> Reasons(TriageFindings findings) =>
    [
        .. findings.Urgency > Urgency.Routine ? [$"urgency {findings.Urgency.ToString().ToLowerInvariant()}"] : Array.Empty<string>(),
        .. findings.Flags.Select(flag => $"flag {flag}"),
        .. findings.Kinds.Where(kind => Asking.Contains(kind.Name)).Select(kind => $"kind {kind.Name}"),
        .. findings.Obligations.Select(duty => $"duty {duty.Rule}"),
        .. findings.Unruled,
        .. findings.Language == "en" ? [] : new[] { $"language {findings.Language}: nobody has read it yet" },
    ];
}
