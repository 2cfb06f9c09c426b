using System.Runtime.CompilerServices;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.LegalHolds;

/// <summary>
/// The front door for legal holds: what an inquiry, an information request or a claim needs is kept, whoever erases it here or
/// deletes it at its source, in a copy that nobody is shown (<see cref="Persons.PersonDesk.ReadKeptAsync"/>). Open cases with a duty by law
/// keep theirs without one. Thread-safe.
/// </summary>
public sealed class LegalHoldDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;

    internal LegalHoldDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock) => (_ledger, _authorizer, _clock) = (ledger, authorizer, clock);

    /// <summary>Places a hold, in the place of an earlier one of its name, as when its review comes to a later day. What is already gone is not brought back.</summary>
    /// <param name="hold">What to keep, and why.</param>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="ArgumentException">It has no name, reason or owner, or keeps nothing.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<LegalHoldResult> PlaceAsync(NewLegalHold hold, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(hold);
        ArgumentNullException.ThrowIfNull(by);
        hold.Check();
        return ChangeAsync(
            hold.Key, by, "place-legal-hold", hold.Reason,
            (_, now) => new LegalHoldRecord(hold.Reason, hold.Owner, hold.ReviewOn, hold.Messages, hold.Writers, hold.From, hold.To, by.Id, now), cancel);
    }

    /// <summary>
    /// Releases a hold, and forgets whose words it kept. What it kept alone is erased by the next retention run
    /// (<see cref="Retention.RetentionDesk"/>), or when the person is erased again.
    /// </summary>
    /// <param name="key">Its name.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public ValueTask<LegalHoldResult> ReleaseAsync(string key, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            key, by, "release-legal-hold", reason, (known, now) => known is { ReleasedAt: null } ? known with { ReleasedAt = now, Writers = [] } : null, cancel);
    }

    /// <summary>Reads every hold, released ones too, in the order in which they were first placed.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<LegalHold> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = LegalHoldRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return LegalHold.Open(record);
        }
    }

    private ValueTask<LegalHoldResult> ChangeAsync(
        string key, Actor by, string act, string why, Func<LegalHoldRecord?, DateTimeOffset, LegalHoldRecord?> change, CancellationToken cancel) =>
        _authorizer.May(by, Permission.Govern)
            ? Attempts.UntilKeptAsync("the legal hold", stop => ChangeOnceAsync(key, by, act, why, change, stop), cancel)
            : ValueTask.FromResult<LegalHoldResult>(new LegalHoldResult.Refused($"{by.Id} may not see to what must be kept"));

    private async ValueTask<LegalHoldResult?> ChangeOnceAsync(
        string name, Actor by, string act, string why, Func<LegalHoldRecord?, DateTimeOffset, LegalHoldRecord?> change, CancellationToken cancel)
    {
        var key = LegalHoldRecord.Key(name);
        var record = await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        if (change(record is null ? null : LegalHoldRecord.Open(record), now) is not { } next)
        {
            return new LegalHoldResult.Refused($"there is no legal hold '{name}' that stands");
        }

        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = record?.Revision ?? 0, Content = next.Seal() }],
            Entries = [AuditEvent.Entry(now, by, act, key, why)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? new LegalHoldResult.Kept(new LegalHold(name, next)) : null;
    }
}
