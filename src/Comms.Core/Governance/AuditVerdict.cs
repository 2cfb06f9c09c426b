namespace Comms.Core.Governance;

/// <summary>Whether the audit chain is whole.</summary>
/// <param name="Links">How many links were checked and found whole.</param>
/// <param name="Erased">How many of them no longer have a payload.</param>
/// <param name="Broken">The sequence of the first broken link; null when the chain is whole.</param>
/// <param name="Reason">What is wrong with it; null when the chain is whole.</param>
/// <param name="Head">The hash of the last whole link, in lower-case hexadecimal: keep it elsewhere to see a shortened chain.</param>
public sealed record AuditVerdict(long Links, long Erased, long? Broken, string? Reason, string Head)
{
    /// <summary>Whether every link follows from the one before.</summary>
    public bool Intact => Broken is null;
}
