using System.Globalization;
using Comms.Core.Governance.Persons;
using Comms.Core.Ledger;

namespace Comms.Core.Governance.Retention;

/// <summary>
/// Erases by age, by the host's own schedule (<see cref="RetentionOptions"/>): messages with all that was found in them and quoted of them,
/// what was written in cases that are closed, and copies that nothing keeps any more. Editions keep their numbers and cases their
/// acts; insights no longer count what is gone. Call it once a day, say. Thread-safe.
/// </summary>
public sealed class RetentionDesk
{
    private const int AtOnce = 200;

    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly RetentionPlanner _planner;
    private readonly Func<CancellationToken, ValueTask> _settle;

    /// <param name="ledger">Where everything is.</param>
    /// <param name="authorizer">Who may.</param>
    /// <param name="clock">The engine's.</param>
    /// <param name="planner">Knows what is old.</param>
    /// <param name="settle">Looks at every message heard and not yet looked at, however old.</param>
    internal RetentionDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, RetentionPlanner planner, Func<CancellationToken, ValueTask> settle)
    {
        (_ledger, _authorizer, _clock) = (ledger, authorizer, clock);
        (_planner, _settle) = (planner, settle);
    }

    /// <summary>Says what <see cref="RunAsync"/> would erase and keep, and changes nothing.</summary>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public async ValueTask<PersonResult<ErasureReport>> TryAsync(Actor by, CancellationToken cancel = default)
    {
        if (Refusal(by) is { } refused)
        {
            return refused;
        }

        var now = _clock.GetUtcNow();
        var (old, kept) = await _planner.MessagesAsync(now, cancel).ConfigureAwait(false);
        var links = await _planner.LinksAsync(old, cancel).ConfigureAwait(false);
        RetentionPart[] parts = [await _planner.PartAsync(old, links, now, cancel).ConfigureAwait(false), await _planner.RestAsync(now, cancel).ConfigureAwait(false)];
        return new PersonResult<ErasureReport>.Given(Report(done: false, kept, parts));
    }

    /// <summary>
    /// Erases what is old enough, a part at a time: one that is interrupted goes on with the next run. Twice is as once.
    /// </summary>
    /// <param name="by">Needs <see cref="Permission.Govern"/>.</param>
    /// <param name="cancel">Stops after the part at hand.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the same records over and over meanwhile.</exception>
    public async ValueTask<PersonResult<ErasureReport>> RunAsync(Actor by, CancellationToken cancel = default)
    {
        if (Refusal(by) is { } refused)
        {
            return refused;
        }

        await _settle(cancel).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        var (old, kept) = await _planner.MessagesAsync(now, cancel).ConfigureAwait(false);
        var links = await _planner.LinksAsync(old, cancel).ConfigureAwait(false);
        var parts = new List<RetentionPart>();
        foreach (var some in old.Chunk(AtOnce))
        {
            parts.Add(await EraseAsync(by, now, stop => _planner.PartAsync(some, links, now, stop), cancel).ConfigureAwait(false));
        }

        parts.Add(await EraseAsync(by, now, stop => _planner.RestAsync(now, stop), cancel).ConfigureAwait(false));
        return new PersonResult<ErasureReport>.Given(Report(done: true, kept, parts));
    }

    private static ErasureReport Report(bool done, IReadOnlyList<KeptItem> kept, IReadOnlyList<RetentionPart> parts) =>
        new(done, [.. parts.SelectMany(part => part.Erased).Distinct()], [.. kept, .. parts.SelectMany(part => part.Kept)]);

    private ValueTask<RetentionPart> EraseAsync(Actor by, DateTimeOffset now, Func<CancellationToken, ValueTask<RetentionPart>> plan, CancellationToken cancel) =>
        Attempts.UntilKeptAsync("what is old", async stop => await CommitAsync(by, now, await plan(stop).ConfigureAwait(false), stop).ConfigureAwait(false), cancel);

    /// <returns>Null when others changed something meanwhile.</returns>
    private async ValueTask<RetentionPart?> CommitAsync(Actor by, DateTimeOffset now, RetentionPart part, CancellationToken cancel)
    {
        if (part.Writes.Count == 0)
        {
            return part;
        }

        var day = new RecordKey("retention", now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var batch = new LedgerBatch
        {
            Writes = part.Writes,
            Entries = [AuditEvent.Entry(now, by, "erase-by-age", day, FormattableString.Invariant($"{part.Erased.Count} erased"))],
            Erase = part.Links,
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed ? part : null;
    }

    private PersonResult<ErasureReport>.Refused? Refusal(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return _authorizer.May(by, Permission.Govern) ? null : new PersonResult<ErasureReport>.Refused($"{by.Id} may not erase by age");
    }
}
