using System.Runtime.CompilerServices;
using Comms.Core.Governance;
using Comms.Core.Ledger;

namespace Comms.Core.Publishing;

/// <summary>
/// Stops what waits in a crisis, at once, and lets it go on. A hold is a record that every intent requires unchanged: once
/// <see cref="HoldAsync"/> has returned, no intent commits on any host, whatever is killed and started again. Thread-safe.
/// </summary>
public sealed class HoldDesk
{
    private readonly ILedger _ledger;
    private readonly IAuthorizer _authorizer;
    private readonly TimeProvider _clock;
    private readonly Resumption _resumption;

    internal HoldDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, Func<DateTimeOffset, DateTimeOffset> notQuiet)
    {
        _ledger = ledger;
        _authorizer = authorizer;
        _clock = clock;
        _resumption = new Resumption(ledger, clock, notQuiet);
    }

    /// <summary>Holds all that a scope covers, but for crisis posts. A hold that stands keeps its beginning.</summary>
    /// <param name="scope">What to hold.</param>
    /// <param name="reason">For the audit, and for whoever asks why nothing goes out; not blank.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops before anything is kept.</param>
    /// <returns>False when the actor may not, or someone else did so meanwhile.</returns>
    public async ValueTask<bool> HoldAsync(HoldScope scope, string reason, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!_authorizer.May(publisher, Permission.Publish))
        {
            return false;
        }

        var now = _clock.GetUtcNow();
        var hold = await Hold.ReadAsync(_ledger, scope, cancel).ConfigureAwait(false);
        var record = new HoldRecord(On: true, reason, publisher.Id, hold.Stands?.At ?? now);
        return await WriteAsync(hold, record, AuditEvent.Entry(now, publisher, "hold", scope.Key, reason), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Ends a hold. What is to be shifted or reviewed is so before the hold is lifted; a run that is killed leaves the hold
    /// standing, and the next goes on with the same choice. Other holds stay.
    /// </summary>
    /// <param name="scope">The hold's scope.</param>
    /// <param name="how">How things go on.</param>
    /// <param name="reason">For the audit; not blank.</param>
    /// <param name="publisher">Who decides; needs <see cref="Permission.Publish"/>.</param>
    /// <param name="cancel">Stops between two steps; the hold then stands.</param>
    public async ValueTask<ResumeResult> ResumeAsync(
        HoldScope scope, ResumeAs how, string reason, Actor publisher, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!_authorizer.May(publisher, Permission.Publish))
        {
            return new ResumeResult.Refused($"{publisher.Id} may not publish");
        }

        var hold = await Hold.ReadAsync(_ledger, scope, cancel).ConfigureAwait(false);
        if (hold.Stands is not { } stands)
        {
            return new ResumeResult.Refused($"no hold stands on {scope}");
        }

        if (stands.End is { } begun && begun.As != how)
        {
            return new ResumeResult.Refused($"its end was begun otherwise, and some is done: resume as {begun.As}, then change what you like");
        }

        var end = stands.End ?? new HoldEnd(how, _clock.GetUtcNow());
        var ending = stands with { End = end };
        if (stands.End is null
            && !await WriteAsync(hold, ending, AuditEvent.Entry(end.At, publisher, "resuming", scope.Key, $"{how}: {reason}"), cancel).ConfigureAwait(false))
        {
            return Overtaken();
        }

        var moved = await _resumption.RunAsync(scope, ending, publisher, cancel).ConfigureAwait(false);
        hold = await Hold.ReadAsync(_ledger, scope, cancel).ConfigureAwait(false);
        return hold.Stands == ending && await WriteAsync(
            hold, ending with { On = false, End = null }, AuditEvent.Entry(_clock.GetUtcNow(), publisher, "resume", scope.Key, $"{how}: {reason}"), cancel)
            .ConfigureAwait(false)
                ? new ResumeResult.Resumed(moved)
                : Overtaken();
    }

    /// <summary>Reads the holds that stand, in the order in which their scopes were first held.</summary>
    public async IAsyncEnumerable<StandingHold> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = HoldRecord.Kind }, cancel).ConfigureAwait(false))
        {
            if (HoldRecord.Open(record) is { On: true } hold)
            {
                yield return new StandingHold(HoldScope.Named(record.Key.Id), hold.Reason, hold.By, hold.At);
            }
        }
    }

    private async ValueTask<bool> WriteAsync(Hold hold, HoldRecord record, ChainEntry entry, CancellationToken cancel)
    {
        var batch = new LedgerBatch
        {
            Writes = [new LedgerWrite { Key = hold.Scope.Key, Expected = hold.Revision, Content = record.Seal() }],
            Entries = [entry],
        };
        return (await _ledger.CommitAsync(batch, cancel).ConfigureAwait(false)).Committed;
    }

    private static ResumeResult.Refused Overtaken() => new("someone else held or resumed meanwhile: look again");
}
