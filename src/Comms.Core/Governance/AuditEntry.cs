namespace Comms.Core.Governance;

/// <summary>One thing that was done, as the audit tells it.</summary>
/// <param name="Sequence">Its place in the chain, from 1.</param>
/// <param name="At">When, by the engine's clock; null once erased.</param>
/// <param name="Actor">Who did it; null once erased.</param>
/// <param name="Act">What was done, as <c>approve</c> or <c>publish</c>; null once erased.</param>
/// <param name="Subject">To what, as <c>draft/…</c>; null once erased.</param>
/// <param name="Detail">A reason or result; null when there is none or it is erased.</param>
/// <param name="Hash">The chain's hash here, in lower-case hexadecimal.</param>
public sealed record AuditEntry(
    long Sequence, DateTimeOffset? At, string? Actor, string? Act, string? Subject, string? Detail, string Hash)
{
    /// <summary>Whether the payload has been erased; the link itself still verifies.</summary>
    public bool Erased => Act is null;
}
