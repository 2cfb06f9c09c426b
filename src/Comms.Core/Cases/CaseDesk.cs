using Comms.Core.Cases.Alerts;
using Comms.Core.Cases.Consultations;
using Comms.Core.Cases.Sinks;
using Comms.Core.Governance;
using Comms.Core.Ledger;
using Comms.Core.Triage;

namespace Comms.Core.Cases;

/// <summary>
/// The front door of Cases: opens one for every triaged message that asks someone to act, and sees it through. Every change
/// by a person is audited. Thread-safe.
/// </summary>
public sealed partial class CaseDesk
{
    private readonly CaseReader _reader;
    private readonly CasePlacing _placing;
    private readonly StagePump _pump;
    private readonly CaseChanges _changes;
    private readonly CaseOpening _opening;
    private readonly DutyPauses _pauses;
    private readonly ResponseFinder _responses;
    private readonly ConsultationReader _consultations;
    private readonly AlertRounds? _alerts;

    internal CaseDesk(ILedger ledger, IAuthorizer authorizer, TimeProvider clock, StagePump pump, DutyPauses pauses, CaseAccess access, ResponseFinder responses, ConsultationReader consultations, CopyOutbox outbox, AlertRounds? alerts = null)
    {
        _changes = new CaseChanges(ledger, authorizer, clock, outbox);
        _reader = new CaseReader(ledger);
        _placing = new CasePlacing(ledger);
        _opening = new CaseOpening(ledger, clock, access, responses, outbox, alerts);
        _responses = responses;
        _consultations = consultations;
        _pump = pump;
        _pauses = pauses;
        _alerts = alerts;
    }

    /// <summary>Works through every triaged message that was not yet looked at, and then tells those on call of each emergency that nobody has taken.</summary>
    /// <returns>How many were looked at, and how many cases were opened. Who on call was not reached is among the faults.</returns>
    public async ValueTask<StageReport> RunDueAsync(CancellationToken cancel = default)
    {
        await _placing.RunAsync(cancel).ConfigureAwait(false);
        var report = await _pump.RunAsync(TriagedMessage.Kind, _opening.OpenAsync, cancel).ConfigureAwait(false);
        return _alerts is null ? report
            : report with { Faults = [.. report.Faults, .. await _alerts.RunAsync(cancel).ConfigureAwait(false)] };
    }

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

    /// <summary>
    /// Records that whoever wrote was asked what they want, where the rule of a duty lets its clock stand still until they
    /// say. The duty stays open. Refused where no rule that is loaded does, and once its last day has passed.
    /// </summary>
    /// <param name="id">The case's id.</param>
    /// <param name="duty">The rule, as <c>foi-2000</c>, or <see cref="CaseObligation.Key"/> where a case has it twice.</param>
    /// <param name="how">How they were asked, as “by e-mail”; not blank.</param>
    /// <param name="at">When they were asked; null for now. It cannot be later than now.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> PauseAsync(string id, string duty, string how, DateTimeOffset? at, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(duty);
        ArgumentException.ThrowIfNullOrWhiteSpace(how);
        return _changes.OfOneAsync(
            id, by, "pause-case", $"{duty}: {how}",
            (now, clock) => at > clock ? Later() : _pauses.Ask(now, duty, new CasePause(duty, by.Id, at ?? clock, how)),
            cancel);
    }

    /// <summary>Records that they said what they want: the clock goes on, and the duty has the last day that its rule gives it then.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="duty">As for <see cref="PauseAsync"/>.</param>
    /// <param name="at">When they said it; null for now. It cannot be later than now, or before they were asked.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> ResumeAsync(string id, string duty, DateTimeOffset? at, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(duty);
        return _changes.OfOneAsync(
            id, by, "resume-case", duty, (now, clock) => at > clock ? Later() : _pauses.Tell(now, duty, by.Id, at ?? clock, clock), cancel);
    }

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

    /// <summary>Restricts a case: from now on only people with one of the roles see it, and no edition or feed quotes its messages.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="roles">The roles, as <c>safeguarding-lead</c>; at least one, none blank. They take the place of those before.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>; sees it afterwards only with one of the roles.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> RestrictAsync(string id, IReadOnlyList<string> roles, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentOutOfRangeException.ThrowIfZero(roles.Count);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        foreach (var role in roles)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(role, nameof(roles));
        }

        return _changes.OfOneAsync(id, by, "restrict-case", $"to {string.Join(", ", roles)}: {reason}", (now, _) => CaseAccess.Restrict(now, roles), cancel);
    }

    /// <summary>Lets everyone who handles cases see it again.</summary>
    /// <param name="id">The case's id.</param>
    /// <param name="reason">Why; not blank.</param>
    /// <param name="by">As for <see cref="TakeAsync"/>; must see it.</param>
    /// <param name="cancel">Stops before anything is changed.</param>
    /// <exception cref="LedgerException">As for <see cref="TakeAsync"/>.</exception>
    public ValueTask<CaseResult> LiftRestrictionAsync(string id, string reason, Actor by, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _changes.OfOneAsync(id, by, "lift-restriction", reason, (now, _) => CaseAccess.Lift(now), cancel);
    }

    /// <summary>Records what became of a reply, and ends the reply with it; a case that cannot take an answer any more gets a note, as does one whose reply tells what came of a concern. Whoever writes back is found by it.</summary>
    /// <returns>False when the case is gone, or others were quicker: the next run tries again.</returns>
    internal async ValueTask<bool> RecordReplyAsync(string id, ReplyEnd end, string by, LedgerWrite done, CancellationToken cancel)
    {
        var result = await _changes.OfEngineAsync(
            id, by, end is { Stands: true, Tells: false } ? CaseLife.Answer + "-case" : "note-case", end.Says,
            (now, clock) => CaseLife.Replied(now, end, by, clock),
            [done, .. end.Items.Select(item => new LedgerWrite { Key = AnswerRecord.Key(end.Account, item), Expected = 0, Content = new AnswerRecord(id).Seal() })],
            cancel)
            .ConfigureAwait(false);
        return result is CaseResult.Changed;
    }

    private ValueTask<CaseResult> ActAsync(string id, string act, string how, DateTimeOffset? at, Actor by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(how);
        return _changes.OfOneAsync(
            id, by, act + "-case", how,
            (now, clock) => at > clock ? Later() : CaseLife.Act(now, new CaseAct(act, by.Id, at ?? clock, how)),
            cancel);
    }

    private static CaseStep Later() => CaseStep.No("it cannot have been done later than now");
}
