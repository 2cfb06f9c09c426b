using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>Everything held of a person, and the one batch that takes them out.</summary>
internal sealed record ErasurePlan(
    IReadOnlyList<HeldItem> Held,
    IReadOnlyList<ErasedItem> Erased,
    IReadOnlyList<KeptItem> Kept,
    IReadOnlyList<LedgerWrite> Writes,
    IReadOnlyList<long> Links,
    string Pseudonym)
{
    public ErasureReport Report(bool done) => new(done, Erased, Kept);
}
