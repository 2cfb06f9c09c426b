namespace Comms.Core.Ledger;

/// <summary>
/// A ledger that can tell a host when to look again. What it tells is a hint and never the truth: it may be lost, late or
/// doubled without harm, since whoever listens also looks from time to time. Safe for concurrent use.
/// </summary>
public interface IDueHints
{
    /// <summary>
    /// How long until the next record of a kind falls due, of those that are not due yet. Of a lane only its first due record
    /// counts: the others wait for it.
    /// </summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="after">From when; null for the present by the ledger's own clock.</param>
    /// <param name="cancel">Stops the question.</param>
    /// <returns>More than zero, to the millisecond; null when nothing waits for its time.</returns>
    /// <exception cref="LedgerException">The ledger cannot be reached.</exception>
    ValueTask<TimeSpan?> NextDueAsync(string kind, DateTimeOffset? after, CancellationToken cancel);

    /// <summary>
    /// Calls back after records of a kind were kept that ask to be claimed at some time, by this ledger's commits and, where it
    /// hears of them, by those of others.
    /// </summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="changed">Is called on any thread, also several at once; must return soon and not throw.</param>
    /// <returns>Ends the calls when it is disposed of; one under way may still come.</returns>
    IDisposable Hear(string kind, Action changed);
}
