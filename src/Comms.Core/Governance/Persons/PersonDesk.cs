using Comms.Core.Ledger;

namespace Comms.Core.Governance.Persons;

/// <summary>
/// The front door for requests by persons about their own data: gives all that is held of one, and erases it everywhere in
/// the ledger but for what the law keeps. Thread-safe.
/// </summary>
/// <remarks>
/// What is not in the ledger is not reached: files that sources read, backups, exports, and what stands on platforms. The
/// ledger's own <c>SweepAsync</c> (SQLite, PostgreSQL) afterwards leaves nothing in its raw bytes either.
/// </remarks>
public sealed class PersonDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly ErasurePlanner _planner;
    private readonly Func<CancellationToken, ValueTask> _settle;

    /// <param name="ledger">Where everything is.</param>
    /// <param name="authorizer">Who may.</param>
    /// <param name="clock">The engine's.</param>
    /// <param name="planner">Knows the rooms.</param>
    /// <param name="settle">Looks at every message heard and not yet looked at: erasing one of them would lose a cry for help.</param>
    internal PersonDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, ErasurePlanner planner, Func<CancellationToken, ValueTask> settle)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _planner = planner;
        _settle = settle;
    }

    /// <summary>Reads all that is held of a person, with the names of others masked and staff unnamed.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="by">Who asks for them; needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<PersonResult<IReadOnlyList<HeldItem>>> ExportAsync(Person person, Actor by, CancellationToken cancel = default)
    {
        if (Refusal(person, by) is { } reason)
        {
            return new PersonResult<IReadOnlyList<HeldItem>>.Refused(reason);
        }

        var plan = await _planner.PlanAsync(person, _clock.GetUtcNow(), cancel).ConfigureAwait(false);
        return new PersonResult<IReadOnlyList<HeldItem>>.Given([.. plan.Held.Select(item => OtherPeople.Unnamed(item, person))]);
    }

    /// <summary>Says what <see cref="EraseAsync"/> would remove and keep, and changes nothing.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<PersonResult<ErasureReport>> TryEraseAsync(Person person, Actor by, CancellationToken cancel = default) =>
        Refusal(person, by) is { } reason
            ? new PersonResult<ErasureReport>.Refused(reason)
            : new PersonResult<ErasureReport>.Given(
                (await _planner.PlanAsync(person, _clock.GetUtcNow(), cancel).ConfigureAwait(false)).Report(done: false));

    /// <summary>
    /// Removes what a person wrote, and who they are, from every record in one transaction: messages, findings, decisions,
    /// notes, editions (marked as amended) and the audit's payloads, and keeps it from coming back. What an open duty or a legal hold keeps
    /// goes into a restricted copy; erase again once the case is closed or the hold released. Twice is as once.
    /// </summary>
    /// <param name="person">Whom.</param>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the same records over and over meanwhile.</exception>
    public async ValueTask<PersonResult<ErasureReport>> EraseAsync(Person person, Actor by, CancellationToken cancel = default)
    {
        if (Refusal(person, by) is { } reason)
        {
            return new PersonResult<ErasureReport>.Refused(reason);
        }

        await _settle(cancel).ConfigureAwait(false);
        return new PersonResult<ErasureReport>.Given(
            await Attempts.UntilKeptAsync("what is held of the person", stop => EraseOnceAsync(person, by, stop), cancel).ConfigureAwait(false));
    }

    /// <returns>Null when others changed something meanwhile: try again.</returns>
    private async ValueTask<ErasureReport?> EraseOnceAsync(Person person, Actor by, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        var plan = await _planner.PlanAsync(person, now, cancel).ConfigureAwait(false);
        var report = plan.Report(done: true);
        if (plan.Writes.Count == 0)
        {
            return report;
        }

        var said = FormattableString.Invariant($"{report.Erased.Count} erased, {report.Kept.Count} kept");
        var batch = new LedgerBatch
        {
            Writes = plan.Writes,
            Entries = [AuditEvent.Entry(now, by, "erase", new RecordKey("person", plan.Pseudonym), said)],
            Erase = plan.Links,
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? report : null;
    }

    /// <summary>
    /// Reads the copies that are kept of messages erased here or deleted at their source, in the order in which they were made, with
    /// why, by whom and until when: for the duty or the inquiry that needs them. It is in the audit that they were read.
    /// </summary>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<PersonResult<IReadOnlyList<HeldItem>>> ReadKeptAsync(Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (Refusal(by) is { } reason)
        {
            return new PersonResult<IReadOnlyList<HeldItem>>.Refused(reason);
        }

        var copies = await RestrictedCopies.ReadAsync(_ledger, cancel).ToListAsync(cancel).ConfigureAwait(false);
        if (copies.Count > 0)
        {
            var entry = AuditEvent.Entry(_clock.GetUtcNow(), by, "read-kept", new RecordKey(RestrictedRecord.Kind, "all"), FormattableString.Invariant($"{copies.Count} read"));
            await _ledger.CommitAsync(new LedgerBatch { Entries = [entry] }, cancel).ConfigureAwait(false);
        }

        return new PersonResult<IReadOnlyList<HeldItem>>.Given([.. copies.Select(copy => RestrictedCopies.Owned(copy.Body))]);
    }

    private string? Refusal(Person person, Actor by)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(by);
        person.Check();
        return Refusal(by);
    }

    private string? Refusal(Actor by) => _authorizer.May(by, Permission.Govern) ? null : $"{by.Id} may not see to requests about personal data";
}
