namespace Comms.Core.Governance.Persons;

/// <summary>One thing from which a person was taken out.</summary>
/// <param name="Kind">What, as <see cref="HeldItem.Kind"/>.</param>
/// <param name="Id">Its id in the ledger.</param>
public sealed record ErasedItem(string Kind, string Id);
