namespace Comms.Core.Ledger;

/// <summary>
/// Changes that commit together or not at all. Requirements are checked first, then writes, each in the order given and
/// all against the ledger as it stood before the batch; the first that refuses is named in the result.
/// </summary>
public sealed record LedgerBatch
{
    /// <summary>Records to create, replace or remove; a key may occur once. Default: none.</summary>
    public IReadOnlyList<LedgerWrite> Writes { get; init; } = [];

    /// <summary>What must hold for the batch to commit. Default: nothing.</summary>
    public IReadOnlyList<RecordRequirement> Requires { get; init; } = [];

    /// <summary>Entries to append to the audit chain, in order. Default: none.</summary>
    public IReadOnlyList<ChainEntry> Entries { get; init; } = [];

    /// <summary>
    /// Sequences of chain links whose payload and salt are to be destroyed; the links stay. One that is erased already,
    /// or not yet in the chain, changes nothing. Default: none.
    /// </summary>
    public IReadOnlyList<long> Erase { get; init; } = [];

    /// <summary>Refuses a batch that no ledger can take. Implementations of <see cref="ILedger"/> call it first.</summary>
    /// <exception cref="ArgumentException">
    /// A name, a revision, a salt or a sequence is out of its range, a key occurs twice among the writes, content is too
    /// long, or a record is to be removed that must not exist.
    /// </exception>
    public void Check()
    {
        foreach (var required in Requires)
        {
            required.Key.Check();
            ArgumentOutOfRangeException.ThrowIfNegative(required.Revision, nameof(Requires));
        }

        CheckWrites();
        foreach (var entry in Entries)
        {
            entry.Check();
        }

        foreach (var sequence in Erase)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1, nameof(Erase));
        }
    }

    private void CheckWrites()
    {
        var seen = new HashSet<RecordKey>(Writes.Count);
        foreach (var write in Writes)
        {
            write.Check();
            if (!seen.Add(write.Key))
            {
                throw new ArgumentException($"The record {write.Key} occurs twice in one batch.", nameof(Writes));
            }
        }
    }
}
