using Comms.Core.Text;

namespace Comms.Core.Approval.Rules;

/// <summary>What asks for more than one other pair of eyes, as two for a named patient, or a clinician for a clinical claim.</summary>
public sealed record ApprovalRule
{
    /// <summary>Its name, as it is told to authors and approvers, as <c>named-patient</c>; not blank.</summary>
    public required string Id { get; init; }

    /// <summary>A mark by which authors say that it applies (<see cref="Authoring.NewDraft.Marks"/>); null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>
    /// Words and phrases by which it applies, marked or not: where one stands whole in any text or description, in any case.
    /// Default: none.
    /// </summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How many must approve, none of them the author. From 1 to 5. Default: 1.</summary>
    public int Approvers { get; init; } = 1;

    /// <summary>A role that one of them has, as <c>clinical</c>; null for any approver.</summary>
    public string? Role { get; init; }

    internal bool Applies(IReadOnlyList<string> marks, IReadOnlyList<string> texts) =>
        (Mark is { } mark && marks.Contains(mark, StringComparer.Ordinal))
        || Words.Any(words => texts.Any(text => WholeWords.Stand(words, text)));

    /// <summary>What it still asks for, in words; null when it is met.</summary>
    internal string? Lacks(IReadOnlyList<Vote> votes) =>
        votes.Count < Approvers ? $"{Id}: {votes.Count} of {Approvers} have approved it"
        : Role is { } role && !votes.Any(vote => vote.Roles.Contains(role, StringComparer.Ordinal)) ? $"{Id}: nobody with the role {role} has approved it"
        : null;
}
