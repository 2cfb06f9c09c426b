namespace Comms.Core.Ledger;

/// <summary>
/// A record that a batch depends on but does not change: the batch commits only if the record then stands at this
/// revision. A hold that commits first therefore refuses every intent that was made before it.
/// </summary>
/// <param name="Key">The record depended on.</param>
/// <param name="Revision">The revision it must have; 0 when it must not exist.</param>
public readonly record struct RecordRequirement(RecordKey Key, long Revision);
