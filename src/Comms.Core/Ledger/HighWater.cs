namespace Comms.Core.Ledger;

/// <summary>How far the sends of one account have come: its turn within an epoch of the ledger.</summary>
/// <param name="Epoch">One more each time that the ledger was restored from a backup; 0 before the first.</param>
/// <param name="Turn">The account's turns taken so far; 0 before the first.</param>
public readonly record struct HighWater(long Epoch, long Turn)
{
    /// <summary>Whether it lies after another: in a later epoch, or later in the same.</summary>
    public bool IsAfter(HighWater other) => (Epoch, Turn).CompareTo((other.Epoch, other.Turn)) > 0;
}
