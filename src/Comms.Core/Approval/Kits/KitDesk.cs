using System.Globalization;
using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Approval.Kits;

/// <summary>The front door of kits for difficult stories: keeps them, and who was told in their order. Thread-safe.</summary>
public sealed class KitDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;

    internal KitDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock) => (_ledger, _authorizer, _clock) = (ledger, authorizer, clock);

    /// <summary>Keeps a kit, in the place of an earlier one of its id. Who was told stays told, as far as the kit still names them.</summary>
    /// <param name="kit">The kit, whole or half written.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    public async ValueTask<KitResult> PutAsync(StoryKit kit, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(by);
        string[] reasons = [.. Against(by), .. kit.Faults()];
        if (reasons.Length > 0)
        {
            return new KitResult.Refused(reasons);
        }

        var known = await FindAsync(kit.Id, cancel).ConfigureAwait(false);
        KitTold[] told = [.. (known?.Told ?? []).Where(one => kit.ToldFirst.Contains(one.Whom, StringComparer.Ordinal))];
        return await KeepAsync(new KitRecord(kit, told), known?.Revision ?? 0, "keep-kit", kit.Title, by, cancel).ConfigureAwait(false);
    }

    /// <summary>Records that some of those who come first were told. Nobody is told before those who stand before them.</summary>
    /// <param name="id">The kit.</param>
    /// <param name="whom">Who was told, as the kit names them.</param>
    /// <param name="who">Who told them, as “the head of midwifery”; not blank.</param>
    /// <param name="at">When: not later than now, nor before those who come first were told.</param>
    /// <param name="by">Needs <see cref="Permission.Author"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <exception cref="ArgumentException">Who told them is blank.</exception>
    public async ValueTask<KitResult> RecordToldAsync(string id, string whom, string who, DateTimeOffset at, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(whom);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentNullException.ThrowIfNull(by);
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { } known)
        {
            return new KitResult.Refused([$"there is no kit {id}"]);
        }

        if (Against(by).FirstOrDefault() is { } reason || (reason = Against(known, whom, at)) is not null)
        {
            return new KitResult.Refused([reason]);
        }

        var told = new KitTold(whom, who, at, by.Id);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{who} told {whom} at {at.ToUniversalTime():u}");
        return await KeepAsync(new KitRecord(known.Kit, [.. known.Told, told]), known.Revision, "told-first", detail, by, cancel).ConfigureAwait(false);
    }

    /// <summary>Finds a kit as it stands; null when there is none.</summary>
    /// <param name="id">The kit.</param>
    /// <param name="cancel">Stops looking.</param>
    /// <exception cref="LedgerException">The stored kit is damaged.</exception>
    public ValueTask<KitStanding?> FindAsync(string id, CancellationToken cancel = default) => KitRecord.FindAsync(_ledger, id, cancel);

    /// <summary>Reads every kit, in the order in which they were first kept.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">A stored kit is damaged.</exception>
    public async IAsyncEnumerable<KitStanding> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = KitRecord.Kind }, cancel).ConfigureAwait(false))
        {
            yield return KitRecord.Open(record);
        }
    }

    private IEnumerable<string> Against(Actor by)
    {
        if (!_authorizer.May(by, Permission.Author))
        {
            yield return $"{by.Id} may not write kits";
        }
    }

    private string? Against(KitStanding known, string whom, DateTimeOffset at) =>
        !known.Kit.ToldFirst.Contains(whom, StringComparer.Ordinal) ? $"the kit does not name “{whom}”; it names {string.Join(", ", known.Kit.ToldFirst)}"
        : known.When(whom) is { } before ? $"{before.Who} has told {whom}"
        : known.ToTell.First() is var next && next != whom ? $"first tell {next}"
        : at > _clock.GetUtcNow() ? "they cannot have been told later than now"
        : known.Told is [.., var last] && at < last.At ? $"they cannot have been told before {last.Whom}"
        : null;

    private async ValueTask<KitResult> KeepAsync(KitRecord kit, long expected, string act, string detail, Actor by, CancellationToken cancel)
    {
        var key = KitRecord.Key(kit.Kit.Id);
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = key, Expected = expected, Content = kit.Seal() }],
            Entries = [AuditEvent.Entry(_clock.GetUtcNow(), by, act, key, detail)],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed
            ? new KitResult.Kept(new KitStanding(kit.Kit, kit.Told, expected + 1))
            : new KitResult.Refused(["someone else changed it meanwhile: look at it again"]);
    }
}
