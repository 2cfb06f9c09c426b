using System.Runtime.CompilerServices;
using Comms.Core.Cases.Alerts;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// The front door of Cases: opens one for every triaged message that asks someone to act, and sees it through. Every change
/// by a person is audited. Thread-safe.
/// </summary>
public sealed class CaseDesk
{
    private readonly ILedger _ledger;
    private readonly TimeProvider _clock;
    private readonly StagePump _pump;
    private readonly CaseChanges _changes;
    private readonly AlertRounds? _alerts;

    internal CaseDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, StagePump pump, AlertRounds? alerts = null)
    {
        _changes = new CaseChanges(ledger, authorizer, clock);
        _ledger = ledger;
        _clock = clock;
        _pump = pump;
        _alerts = alerts;
    }

    /// <summary>Works through every triaged message that was not yet looked at, and then tells those on call of each emergency that nobody has taken.</summary>
    /// <returns>How many were looked at, and how many cases were opened. Who on call was not reached is among the faults.</returns>
    public async ValueTask<StageReport> RunDueAsync(CancellationToken cancel = default)
    {
        var report = await _pump.RunAsync(TriagedMessage.Kind, OpenAsync, cancel).ConfigureAwait(false);
        return _alerts is null ? report
            : report with { Faults = [.. report.Faults, .. await _alerts.RunAsync(cancel).ConfigureAwait(false)] };
    }

    /// <summary>Finds a case; null when there is none.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="cancel">Stops reading.</param>
    public async ValueTask<Case?> FindAsync(string id, CancellationToken cancel = default) =>
        await _ledger.FindAsync(Case.KeyOf(id), cancel).ConfigureAwait(false) is { } record ? Case.Open(record) : null;

    /// <summary>Gives a case to a person.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="person">Who sees it through; not blank.</param>
    /// <param name="by">Needs <see cref="Permission.Handle"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">The ledger cannot be used, or others changed the case over and over meanwhile.</exception>
    public ValueTask<CaseResult> TakeAsync(string id, string person, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(person);
        return _changes.OfOneAsync(id, by, "own-case", person, (now, _) => CaseLife.Take(now, person), cancel);
    }

    /// <summary>Hands a case over to another team. Its duties go on: no hand-over ends or moves a clock.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="team">The team's id in the policy; not blank.</param>
    /// <param name="person">Who sees it through there; null when nobody has taken it yet.</param>
    /// <param name="reason">Why, for those who take it over; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> HandOverAsync(string id, string team, string? person, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(team);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _changes.OfOneAsync(id, by, "hand-over-case", $"{team}: {reason}", (now, _) => CaseLife.HandOver(now, team, person), cancel);
    }

    /// <summary>Records that whoever wrote was told that it was received. Ends the duties that ask for that, and no other.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="how">How, as “by letter”; not blank.</param>
    /// <param name="at">When it was done; null for now. It cannot be later than now.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> AcknowledgeAsync(string id, string how, DateTimeOffset? at, Actor by, CancellationToken cancel = default) =>
        ActAsync(id, CaseLife.Acknowledge, how, at, by, cancel);

    /// <summary>Records that whoever wrote was answered. Ends the duties that ask for that, and no other.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="how">How, as “by e-mail”; not blank.</param>
    /// <param name="at">When it was done; null for now. It cannot be later than now.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> AnswerAsync(string id, string how, DateTimeOffset? at, Actor by, CancellationToken cancel = default) =>
        ActAsync(id, CaseLife.Answer, how, at, by, cancel);

    /// <summary>Notes something on a case.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="text">The words; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> NoteAsync(string id, string text, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _changes.OfOneAsync(id, by, "note-case", null, (now, at) => CaseLife.Note(now, new CaseNote(by.Id, at, text)), cancel);
    }

    /// <summary>Closes a case. Refused while a duty is open: closing ends none.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="reason">Why nothing more is to be done; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> CloseAsync(string id, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _changes.OfOneAsync(id, by, "close-case", reason, (now, _) => CaseLife.Close(now), cancel);
    }

    /// <summary>Takes a closed case up again.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> ReopenAsync(string id, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _changes.OfOneAsync(id, by, "reopen-case", reason, (now, _) => CaseLife.Reopen(now), cancel);
    }

    /// <summary>Joins a case to another of the same matter, which goes on with the duties of both.</summary>
    /// <param name="id">The case that is joined.</param>
    /// <param name="into">The case that goes on; the result has it.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> JoinAsync(string id, string into, Actor by, CancellationToken cancel = default) => _changes.JoinAsync(id, into, by, cancel);

    /// <summary>Takes a case out of the one it was joined to, as it stood, with what was done for its duties meanwhile.</summary>
    /// <param name="id">The case that was joined; the result has it.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> SplitAsync(string id, Actor by, CancellationToken cancel = default) => _changes.SplitAsync(id, by, cancel);

    /// <summary>Reads all cases in the order they were opened, in constant memory.</summary>
    public async IAsyncEnumerable<Case> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var record in _ledger.ReadAsync(new RecordQuery { Kind = Case.Kind }, cancel).ConfigureAwait(false))
        {
            yield return Case.Open(record);
        }
    }

    /// <summary>Records what became of a reply, and ends the reply with it; a case that cannot take an answer any more gets a note.</summary>
    /// <returns>False when the case is gone, or others were quicker: the next run tries again.</returns>
    internal async ValueTask<bool> RecordReplyAsync(string id, bool stands, string says, string by, LedgerWrite done, CancellationToken cancel)
    {
        var result = await _changes.OfEngineAsync(
            id, by, stands ? CaseLife.Answer + "-case" : "note-case", says, (now, clock) => CaseLife.Replied(now, stands, says, by, clock), done, cancel)
            .ConfigureAwait(false);
        return result is CaseResult.Changed;
    }

    private ValueTask<CaseResult> ActAsync(string id, string act, string how, DateTimeOffset? at, Actor by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(how);
        return _changes.OfOneAsync(
            id, by, act + "-case", how,
            (now, clock) => at > clock ? CaseStep.No("it cannot have been done later than now") : CaseLife.Act(now, new CaseAct(act, by.Id, at ?? clock, how)),
            cancel);
    }

    private async ValueTask<StageStep> OpenAsync(LedgerRecord record, CancellationToken cancel)
    {
        var triaged = TriagedMessage.Open(record);
        var key = Case.KeyFor(triaged.MessageId);
        var before = record.Revision == 1 ? null : await _ledger.FindAsync(key, cancel).ConfigureAwait(false);
        if (before is not null)
        {
            return new StageStep(await RenewAsync(before, triaged.Findings, cancel).ConfigureAwait(false), Counts: false);
        }

        var reasons = CaseRule.Reasons(triaged.Findings);
        if (reasons.Count == 0)
        {
            return new StageStep([], Counts: false);
        }

        var first = First(triaged, reasons);
        return new StageStep([new LedgerWrite { Key = key, Expected = 0, Content = first.Seal() }, .. await AlertsAsync(key, first, cancel).ConfigureAwait(false)], Counts: true);
    }

    /// <summary>The write that lets those on call know; none for what is no emergency, is told of already, or has nobody on call.</summary>
    private async ValueTask<IReadOnlyList<LedgerWrite>> AlertsAsync(RecordKey key, CaseRecord opened, CancellationToken cancel) =>
        _alerts is not null && opened.Urgency == Urgency.Emergency && _alerts.Cover(opened.Team)
        && await _ledger.FindAsync(AlertRecord.Key(key.Id), cancel).ConfigureAwait(false) is null
            ? [_alerts.Begin(key)]
            : [];

    private async ValueTask<IReadOnlyList<LedgerWrite>> RenewAsync(LedgerRecord before, TriageFindings now, CancellationToken cancel)
    {
        var body = CaseRecord.Open(before);
        var renewed = CaseRenewal.Of(body, now);
        LedgerWrite[] writes = [renewed.Over(before), .. body.Urgency < Urgency.Emergency ? await AlertsAsync(before.Key, renewed, cancel).ConfigureAwait(false) : []];
        return body.JoinedTo is { } other && await _ledger.FindAsync(Case.KeyOf(other), cancel).ConfigureAwait(false) is { } target
            ? [.. writes, CaseRenewal.OfJoined(CaseRecord.Open(target), before.Key.Id, now).Over(target)]
            : writes;
    }

    private CaseRecord First(TriagedMessage triaged, IReadOnlyList<string> reasons) => new(
        [triaged.MessageId],
        triaged.Findings.Routes[0].Team,
        [.. triaged.Findings.Routes.Skip(1).Select(route => route.Team)],
        CaseState.New,
        _clock.GetUtcNow(),
        triaged.Findings.Urgency,
        triaged.Findings.Priority,
        triaged.Findings.Flags,
        reasons,
        triaged.Findings.Obligations);
}
