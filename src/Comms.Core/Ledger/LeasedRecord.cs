namespace Comms.Core.Ledger;

/// <summary>A record on which the claimer alone may act until the lease ends.</summary>
/// <param name="Record">The record as it was when claimed. A claim is no change: the revision stays.</param>
/// <param name="Fence">
/// Rises with each claim of the key, also when the record was removed and created anew in between; a write that carries
/// an older one is refused.
/// </param>
/// <param name="Until">When the lease ends, by the ledger's own clock: the first instant at which it no longer lives.</param>
public sealed record LeasedRecord(LedgerRecord Record, long Fence, DateTimeOffset Until)
{
    /// <summary>The write that ends the lease and leaves the record as it was.</summary>
    /// <param name="due">When it is due again; null for never.</param>
    internal LedgerWrite LetGo(DateTimeOffset? due = null) =>
        new() { Key = Record.Key, Expected = Record.Revision, Content = Record.Content, Due = due, Fence = Fence };
}
