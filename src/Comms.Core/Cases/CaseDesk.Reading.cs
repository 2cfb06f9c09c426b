using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Cases;

public sealed partial class CaseDesk
{
    /// <summary>Finds a case; null when there is none, or none that the actor may see.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="by">Who looks. <see cref="Actor.Engine"/> sees every case: keep it from what people are shown.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<Case?> FindAsync(string id, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _reader.FindAsync(id, by, cancel);
    }

    /// <summary>Reads the cases that an actor may see in the order they were opened, in constant memory.</summary>
    /// <param name="by">As for <see cref="FindAsync"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public IAsyncEnumerable<Case> ListAsync(Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _reader.ListAsync(by, cancel);
    }

    /// <summary>
    /// Reads the open cases that an actor may see, what is due first first, and those without a duty that runs or a press deadline last. What is
    /// read depends on the cases that are taken from it, not on how many are closed or due later.
    /// </summary>
    /// <param name="by">As for <see cref="FindAsync"/>.</param>
    /// <param name="dueBy">Only those with a duty whose last day is this or earlier, or a press deadline before that day begins: yesterday for what is overdue; null for all.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public IAsyncEnumerable<Case> ListOpenAsync(Actor by, DateOnly? dueBy = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _reader.ListOpenAsync(by, dueBy, cancel);
    }

    /// <inheritdoc cref="CaseReader.WithheldAsync" />
    internal ValueTask<IReadOnlySet<string>> WithheldAsync(CancellationToken cancel) => _reader.WithheldAsync(cancel);

    /// <inheritdoc cref="CaseReader.WithholdsAsync" />
    internal ValueTask<bool> WithholdsAsync(string messageId, CancellationToken cancel) => _reader.WithholdsAsync(messageId, cancel);

    /// <inheritdoc cref="CaseReader.StandingAsync" />
    internal ValueTask<(bool Withheld, bool Answered)?> StandingAsync(string messageId, CancellationToken cancel) => _reader.StandingAsync(messageId, cancel);
}
