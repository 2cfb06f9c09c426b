using Comms.Core.Ledger;
using Comms.Core.Listening;

namespace Comms.Core.Reshares;

/// <summary>What was heard, and whether it still stands at its source.</summary>
internal sealed class HeardPosts(ILedger ledger)
{
    /// <summary>Finds a message that stands; null when there is none, or its source has deleted it.</summary>
    public async ValueTask<Message?> FindAsync(string id, CancellationToken cancel) =>
        await ledger.FindAsync(new RecordKey(Message.Kind, id), cancel).ConfigureAwait(false) is { } record && Message.Open(record) is { DeletedAt: null } message
            ? message
            : null;

    /// <summary>Why a message may not be passed on any more; null when it may.</summary>
    public async ValueTask<string?> GoneAsync(string id, CancellationToken cancel) =>
        await FindAsync(id, cancel).ConfigureAwait(false) is null ? "what it passes on was deleted at its source" : null;
}
