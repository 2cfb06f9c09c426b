using Comms.Core.Cases.Alerts;
using Comms.Core.Cases.Consultations;
using Comms.Core.Cases.Sinks;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>Opens the case of a message that asks someone to act, or adds it to the one that it goes on with, renews that of one that was triaged again, and lets those on call know of an emergency.</summary>
internal sealed class CaseOpening(ILedger ledger, TimeProvider clock, CaseAccess access, ResponseFinder responses, CopyOutbox outbox, AlertRounds? alerts)
{
    private readonly CaseThreads _threads = new(ledger);

    public async ValueTask<StageStep> OpenAsync(LedgerRecord record, CancellationToken cancel)
    {
        var triaged = TriagedMessage.Open(record);
        var key = Case.KeyFor(triaged.MessageId);
        var before = record.Revision == 1 ? null : await ledger.FindAsync(key, cancel).ConfigureAwait(false);
        if (before is not null)
        {
            return await StepAsync("renew-case", key, await RenewAsync(before, triaged, cancel).ConfigureAwait(false), counts: false, cancel).ConfigureAwait(false);
        }

        var response = responses.Find(triaged);
        IReadOnlyList<string> reasons = [.. CaseRule.Reasons(triaged.Findings), .. response is null ? Array.Empty<string>() : [$"consultation {response.Consultation}"]];
        if (reasons.Count == 0)
        {
            return new StageStep([], Counts: false);
        }

        var first = access.Opened(First(triaged, reasons) with { Response = response }, knownFlags: []);
        return await GoingOnAsync(key, first, triaged, cancel).ConfigureAwait(false) ?? await StepAsync(
            "open-case", key, [new LedgerWrite { Key = key, Expected = 0, Content = first.Seal(), Due = CaseTurn.Of(first) }, .. await AlertsAsync(key, first, cancel).ConfigureAwait(false)], counts: true, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Joins the case to the one that its writer's thread is in, as a person could and may undo. An emergency is never put
    /// among other things, nor what may not be joined.
    /// </summary>
    /// <returns>Null where it stands by itself.</returns>
    private async ValueTask<StageStep?> GoingOnAsync(RecordKey key, CaseRecord first, TriagedMessage triaged, CancellationToken cancel)
    {
        if (first.Urgency == Urgency.Emergency || await _threads.FindAsync(triaged, cancel).ConfigureAwait(false) is not { } target)
        {
            return null;
        }

        var (its, joined) = (CaseRecord.Open(target), first with { JoinedTo = target.Key.Id });
        return CaseJoin.Against(key.Id, first, target.Key.Id, its) is not null ? null : await StepAsync(
            "join-case", target.Key,
            [new LedgerWrite { Key = key, Expected = 0, Content = joined.Seal(), Due = CaseTurn.Of(joined) }, CaseJoin.Going(its, key.Id, first, clock.GetUtcNow()).Over(target)],
            counts: false, cancel).ConfigureAwait(false);
    }

    /// <summary>The writes with those by which the sinks get them, and their entry in the audit; where nothing changes, none.</summary>
    private async ValueTask<StageStep> StepAsync(string act, RecordKey key, IReadOnlyList<LedgerWrite> writes, bool counts, CancellationToken cancel) =>
        writes.Count == 0 ? new StageStep([], counts)
        : new StageStep([.. writes, .. await outbox.ForAsync(writes.Select(write => write.Key), cancel).ConfigureAwait(false)], counts)
        {
            Entries = [AuditEvent.Entry(clock.GetUtcNow(), Actor.Engine, act, key)],
        };

    /// <summary>The write that lets those on call know; none for what is no emergency, is told of already, or has nobody on call.</summary>
    private async ValueTask<IReadOnlyList<LedgerWrite>> AlertsAsync(RecordKey key, CaseRecord opened, CancellationToken cancel) =>
        alerts is not null && opened.Urgency == Urgency.Emergency && alerts.Cover(opened.Team)
        && await ledger.FindAsync(AlertRecord.Key(key.Id), cancel).ConfigureAwait(false) is null
            ? [alerts.Begin(key)]
            : [];

    private async ValueTask<IReadOnlyList<LedgerWrite>> RenewAsync(LedgerRecord before, TriagedMessage triaged, CancellationToken cancel)
    {
        var (body, now) = (CaseRecord.Open(before), triaged.Findings);
        var renewed = access.Opened(CaseRenewal.Of(body, now) with { Response = body.Response ?? responses.Find(triaged) }, body.Flags);
        LedgerWrite[] writes = [.. Changed(before, renewed), .. body.Urgency < Urgency.Emergency ? await AlertsAsync(before.Key, renewed, cancel).ConfigureAwait(false) : []];
        return body.JoinedTo is { } other && await ledger.FindAsync(Case.KeyOf(other), cancel).ConfigureAwait(false) is { } target
            ? [.. writes, .. Joined(target, before.Key.Id, now)]
            : writes;
    }

    private IEnumerable<LedgerWrite> Joined(LedgerRecord target, string id, TriageFindings now)
    {
        var body = CaseRecord.Open(target);
        return Changed(target, access.Opened(CaseRenewal.OfJoined(body, id, now), body.Flags));
    }

    private static IEnumerable<LedgerWrite> Changed(LedgerRecord before, CaseRecord next) =>
        next.Over(before) is var write && write.Content!.Value.Span.SequenceEqual(before.Content.Span) ? [] : [write];

    private CaseRecord First(TriagedMessage triaged, IReadOnlyList<string> reasons) => new(
        [triaged.MessageId],
        triaged.Findings.Routes[0].Team,
        [.. triaged.Findings.Routes.Skip(1).Select(route => route.Team)],
        CaseState.New,
        clock.GetUtcNow(),
        triaged.Findings.Urgency,
        triaged.Findings.Priority,
        triaged.Findings.Flags,
        reasons,
        triaged.Findings.Obligations);
}
