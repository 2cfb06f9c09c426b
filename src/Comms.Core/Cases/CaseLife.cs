using System.Globalization;
using Comms.Core.Cases.Consultations;

namespace Comms.Core.Cases;

/// <summary>The steps that a case may take: a person takes it, acts, hands it over, closes it, takes it up again. Pure.</summary>
internal static class CaseLife
{
    public const string Acknowledge = "acknowledge";
    public const string Answer = "answer";

    public static CaseStep Take(CaseRecord now, string person) => Shut(now) ?? CaseStep.To(now with
    {
        Person = person,
        State = now.State is CaseState.New or CaseState.Reopened ? CaseState.Owned : now.State,
    });

    public static CaseStep HandOver(CaseRecord now, string team, string? person) => Shut(now) ?? CaseStep.To((now with
    {
        Team = team,
        Person = person,
        State = now.State switch
        {
            CaseState.New or CaseState.Owned or CaseState.Reopened => person is null ? CaseState.New : CaseState.Owned,
            var state => state,
        },
    }).Telling([now.Team]));

    /// <summary>Records an act. It ends every open duty that asks for it.</summary>
    public static CaseStep Act(CaseRecord now, CaseAct act) => Shut(now) ?? CaseStep.To(now with
    {
        Acts = [.. now.Acts, act with { Ended = [.. now.Outstanding.Where(duty => duty.Duty.Act == act.Name).Select(duty => duty.Key)] }],
        State = act.Name == Answer || now.State == CaseState.Answered ? CaseState.Answered : CaseState.Acknowledged,
    });

    /// <summary>
    /// A reply that stands is an answer, unless the case went on elsewhere or ended meanwhile; what did not go out is noted,
    /// and so is what tells what came of a concern: it answers nothing that a duty asks for.
    /// </summary>
    public static CaseStep Replied(CaseRecord now, ReplyEnd end, string by, DateTimeOffset at) =>
        end is { Stands: true, Tells: false } && Shut(now) is null
            ? Act(now, new CaseAct(Answer, by, at, end.Says))
            : Note(now, new CaseNote(by, at, (end.Stands, end.Tells) switch
            {
                (false, _) => end.Says,
                (true, true) => "told what came of it " + end.Says,
                (true, false) => "answered " + end.Says,
            }));

    /// <summary>Anyone may log at any time, also what was printed after all was said.</summary>
    public static CaseStep Log(CaseRecord now, MediaEnquiry change) => change.Outlet is null && now.Enquiry is null
        ? CaseStep.No("say who asks")
        : CaseStep.To(now with { Enquiry = (now.Enquiry ?? new MediaEnquiry()).With(change) });

    /// <summary>A person says which questions it answers; what was found before gives way.</summary>
    public static CaseStep Log(CaseRecord now, ConsultationResponse response, ResponseFinder finder) =>
        now.JoinedTo is { } other ? CaseStep.No($"it was joined to {other}: log it there")
        : finder.Against(response) is { } reason ? CaseStep.No(reason)
        : CaseStep.To(now with { Response = response });

    /// <summary>Anyone may note something at any time, also on what is closed.</summary>
    public static CaseStep Note(CaseRecord now, CaseNote note) => CaseStep.To(now with { Notes = [.. now.Notes, note] });

    /// <summary>A case with an open duty stays open: closing ends none.</summary>
    public static CaseStep Close(CaseRecord now) => Shut(now)
        ?? (now.Outstanding.ToArray() is { Length: > 0 } open
            ? CaseStep.No("it has open duties: " + string.Join("; ", open.Select(Says)))
            : CaseStep.To(now with { State = CaseState.Closed }));

    public static CaseStep Reopen(CaseRecord now) => now.State == CaseState.Closed
        ? CaseStep.To(now with { State = CaseState.Reopened })
        : CaseStep.No("it is not closed");

    /// <summary>Why nothing may be done in a case; null when something may.</summary>
    public static CaseStep? Shut(CaseRecord now) =>
        now.JoinedTo is { } other ? CaseStep.No($"it was joined to {other}: act there, or split it first")
        : now.State == CaseState.Closed ? CaseStep.No("it is closed: reopen it first")
        : null;

    private static string Says(CaseObligation open) => open.Due is { } due
        ? string.Create(CultureInfo.InvariantCulture, $"{open.Duty.Act} by {due:d MMMM yyyy} ({open.Duty.Rule})")
        : $"{open.Duty.Act}, whose clock stands still ({open.Duty.Rule})";
}
