using Comms.Core.Ledger;

namespace Comms.Core.Tests.Publishing.Simulated;

/// <summary>A fault put into the engine on purpose, to see that the simulation finds it.</summary>
public enum Mutation
{
    None,

    /// <summary>Steps are kept whether or not the lease still lives.</summary>
    NoFence,

    /// <summary>What is about to be sent is not written down first.</summary>
    NoIntent,

    /// <summary>What is put off is due again in the same instant.</summary>
    DueAgainAtOnce,

    /// <summary>An intent asks nothing of the holds, nor of the account's last turn.</summary>
    NoRequirements,
}

/// <summary>What a mutated engine would have asked of the ledger.</summary>
internal static class Mutations
{
    /// <returns>Null when it would have asked nothing, and gone on.</returns>
    public static LedgerBatch? Of(Mutation mutation, LedgerBatch batch, DateTimeOffset now)
    {
        var intent = batch.Writes.Any(write => write is { Fence: not null, Release: false });
        return mutation switch
        {
            Mutation.NoFence => batch with { Writes = [.. batch.Writes.Select(write => write with { Fence = null })] },
            Mutation.NoIntent when intent => null,
            Mutation.DueAgainAtOnce => batch with { Writes = [.. batch.Writes.Select(write => write is { Fence: not null, Release: true, Due: not null } ? write with { Due = now } : write)] },
            Mutation.NoRequirements when intent => batch with { Requires = [] },
            _ => batch,
        };
    }
}
