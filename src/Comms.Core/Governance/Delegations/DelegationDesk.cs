using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Delegations;

/// <summary>
/// The front door for those who are away: they lend roles of their own until a day that they name. A host asks it once for
/// each person that it has established (<see cref="ActingAsync"/>); nothing else needs to know. Thread-safe.
/// </summary>
public sealed class DelegationDesk
{
    /// <summary>None is for good.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;

    internal DelegationDesk(ILedger ledger, TimeProvider clock) => (_ledger, _clock) = (ledger, clock);

    /// <summary>Lends roles. What one has from others cannot be lent on.</summary>
    /// <param name="delegation">To whom, which, and until when.</param>
    /// <param name="by">Whose roles they are.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ArgumentException">No role is named, or who or why is blank.</exception>
    public async ValueTask<DelegationResult> LendAsync(NewDelegation delegation, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(delegation);
        ArgumentNullException.ThrowIfNull(by);
        delegation.Check();
        var now = _clock.GetUtcNow();
        var body = new DelegationRecord(by.Id, delegation.To, delegation.Roles, delegation.From ?? now, delegation.Until, delegation.Reason);
        if (Against(body, by, now) is { } reason)
        {
            return new DelegationResult.Refused(reason);
        }

        var key = new RecordKey(DelegationRecord.Kind, ContentId.Of(by.Id, body.To, string.Join(' ', body.Roles), Instant(body.From), Instant(body.Until), Instant(now)));
        return await KeepAsync(key, body, revision: 0, "lend-roles", by, cancel).ConfigureAwait(false);
    }

    /// <summary>Ends a delegation now, before its time.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="by">Who lent the roles, or has them.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public async ValueTask<DelegationResult> EndAsync(string id, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(by);
        var now = _clock.GetUtcNow();
        var key = new RecordKey(DelegationRecord.Kind, id);
        var known = await _ledger.FindAsync(key, cancel).ConfigureAwait(false) is { } record ? Delegation.Open(record) : null;
        return known is null ? new DelegationResult.Refused($"there is no delegation {id}")
            : by.Id != known.By && by.Id != known.To ? new DelegationResult.Refused($"{by.Id} has neither lent these roles nor has them")
            : known.Until <= now ? new DelegationResult.Refused($"it ended at {known.Until.ToUniversalTime():u}")
            : await KeepAsync(key, known.Body with { From = known.From < now ? known.From : now, Until = now }, known.Revision, "end-delegation", by, cancel).ConfigureAwait(false);
    }

    /// <summary>Reads every delegation, those that have ended too, in the order in which they were made.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async IAsyncEnumerable<Delegation> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = DelegationRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Delegation.Open(record);
        }
    }

    /// <summary>A person with the roles that others lend them now.</summary>
    /// <param name="actor">As the host has established them, with their own roles.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The same person; <see cref="Actor.Lent"/> says which roles are others'.</returns>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<Actor> ActingAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (await ActingAllAsync([actor], cancel).ConfigureAwait(false))[0];
    }

    /// <summary>People with the roles that others lend them now, in their order; the ledger is read once.</summary>
    /// <param name="actors">As the host has established them, with their own roles.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<IReadOnlyList<Actor>> ActingAllAsync(IReadOnlyList<Actor> actors, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actors);
        var now = _clock.GetUtcNow();
        var standing = await ListAsync(cancel).Where(delegation => delegation.StandsAt(now)).ToListAsync(cancel).ConfigureAwait(false);
        return [.. actors.Select(actor => Acting(actor, standing))];
    }

    private static Actor Acting(Actor actor, IEnumerable<Delegation> standing)
    {
        LentRole[] lent =
        [
            .. standing.Where(delegation => delegation.To == actor.Id)
                .SelectMany(delegation => delegation.Roles.Except(actor.Roles, StringComparer.Ordinal).Select(role => new LentRole(role, delegation.By))).Distinct(),
        ];
        return lent.Length == 0 ? actor : actor with { Roles = [.. actor.Roles.Union(lent.Select(role => role.Role), StringComparer.Ordinal)], Lent = lent };
    }

    private static string? Against(DelegationRecord body, Actor by, DateTimeOffset now)
    {
        var own = by.Roles.Except(by.Lent.Select(lent => lent.Role), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return body.To == by.Id ? $"{by.Id} cannot stand in for themselves"
            : body.Roles.FirstOrDefault(role => !own.Contains(role)) is { } other ? $"{by.Id} has no role {other} of their own to lend"
            : body.Until <= now || body.Until <= body.From ? "its end is past, or before its beginning"
            : body.Until - body.From > Longest ? "it is for a year at most"
            : null;
    }

    private async ValueTask<DelegationResult> KeepAsync(RecordKey key, DelegationRecord body, long revision, string act, Actor by, CancellationToken cancel)
    {
        var detail = $"{string.Join(' ', body.Roles)} of {body.By} to {body.To} until {Instant(body.Until)}: {body.Reason}";
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = revision, Content = body.Seal() }],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), by, act, key, detail)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed
            ? new DelegationResult.Kept(new Delegation(key.Id, body, revision + 1))
            : new DelegationResult.Refused("someone else changed it meanwhile");
    }

    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
