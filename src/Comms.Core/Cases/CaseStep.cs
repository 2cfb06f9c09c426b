namespace Comms.Core.Cases;

/// <summary>A case after a step of its life, or why it may not take it.</summary>
/// <param name="Next">The case as it would stand; null when it may not.</param>
/// <param name="Reason">Why not, in words; null when it may.</param>
internal readonly record struct CaseStep(CaseRecord? Next, string? Reason)
{
    public static CaseStep To(CaseRecord next) => new(next, null);

    public static CaseStep No(string reason) => new(null, reason);
}
