namespace Comms.Core.RoundUps;

/// <summary>A recorded change of an edition that was made already: words of it were removed.</summary>
/// <param name="At">When.</param>
/// <param name="Blocks">The places of the blocks in the document from which something was removed, from 0.</param>
/// <param name="Reason">Why.</param>
public sealed record EditionAmendment(DateTimeOffset At, IReadOnlyList<int> Blocks, string Reason);
