namespace Comms.Core.Ledger;

/// <summary>
/// Remembers outside the ledger how far the sends have come, so that a ledger restored from a stale backup is noticed: in
/// it, posts that went out since look unsent. Hosts that share a ledger share a marker, and it must not be kept where a
/// restored backup would bring it back too. Safe for concurrent use.
/// </summary>
public interface IHighWaterMarker
{
    /// <summary>The mark of an account; the lowest when there is none.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LedgerException">The marker cannot be read, or is damaged. Nothing is sent without it.</exception>
    ValueTask<HighWater> ReadAsync(string account, CancellationToken cancel);

    /// <summary>Raises the mark of an account; a mark that stands higher already stays. Called before every first send.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="mark">How far it has come.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="LedgerException">The marker cannot be written. What was to be sent is not.</exception>
    ValueTask MarkAsync(string account, HighWater mark, CancellationToken cancel);
}
